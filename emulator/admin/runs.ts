import { push } from "../runs/push.ts";
import type { Service } from "../service.ts";
import { runHandlers } from "../services/sourcepipeline/run-handlers.ts";
import { readValue } from "../shapes/read-value.ts";
import { ShapeError } from "../shapes/shape-error.ts";
import type { AdminInput } from "./admin-route.ts";
import { clockBody, pushBody } from "./body-shapes.ts";

export const showHealth = ({ clock }: Service) => ({ status: "ok", time: new Date(clock.now()).toISOString() });

/** Ten years, in milliseconds. */
const farthest = 10 * 366 * 24 * 60 * 60 * 1000;

export function moveClock({ clock, changed }: Service, { body }: AdminInput) {
  const { advanceMs = 0, set } = readValue("The body", clockBody, body);
  const now = clock.now();
  const time = set === undefined ? now + advanceMs : Date.parse(set);
  if (time < now) refuse("body", `the clock goes forwards only, it is ${new Date(now).toISOString()} already`);
  if (time - now > farthest) refuse("body", "move it by ten years at most; every schedule on the way is run");
  clock.moveTo(time);
  changed();
  return { time: new Date(clock.now()).toISOString() };
}

export function pushToRepository(service: Service, { body }: AdminInput) {
  const { repository: name, branch } = readValue("The body", pushBody, body);
  const { repositories } = service.state;
  const repository = repositories.named(name);
  if (repository === undefined) {
    const names = [...repositories.values()].map((one) => one.name);
    return refuse("body", `there is no repository ${name}; existing: ${names.slice(0, 5).join(", ") || "none"}`);
  }
  return { runs: push(service, repository, branch) };
}

/** Runs a pipeline of whatever region, as the operation `startProject` does. */
export function runPipeline(service: Service, { ids }: AdminInput) {
  const projectId = readId(ids["id"], service.state.pipelines, "pipeline");
  return runHandlers.startProject(inputFor(service, { projectId }), service);
}

/** Cancels a run, as the operation `cancelProject` does: one that has ended cannot be canceled. */
export function cancelRun(service: Service, { ids }: AdminInput) {
  const historyId = readId(ids["id"], service.state.runs, "run");
  const projectId = service.state.runs.get(historyId)?.projectId ?? 0;
  return runHandlers.cancelProject(inputFor(service, { projectId, historyId }), service);
}

/** An id that stands in a path and belongs to something. */
function readId(given: string | undefined, items: { has(id: number): boolean }, what: string): number {
  const id = Number(given);
  return items.has(id) ? id : refuse("path", `there is no ${what} ${String(given)}`);
}

function refuse(part: "body" | "path", problem: string): never {
  throw new ShapeError(`The ${part}`, [`${problem}.`]);
}

const inputFor = <Parameters extends { projectId: number }>({ state }: Service, parameters: Parameters) => ({
  parameters,
  region: state.pipelines.get(parameters.projectId)?.region ?? "",
  body: undefined,
  page: undefined,
  search: "",
  requester: "console",
});
