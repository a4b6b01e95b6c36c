import { push } from "../runs/start-run.ts";
import type { Service } from "../service.ts";
import { runHandlers } from "../services/sourcepipeline/run-handlers.ts";
import { readValue } from "../shape/read-value.ts";
import { amount, instant, optional, type Reader, record, report, text } from "../shape/shape.ts";
import type { References, Repository } from "../state/state.ts";
import type { AdminInput } from "./admin-route.ts";

/** An id that stands in a path and belongs to something. */
const idOf =
  (items: { has(id: number): boolean }, what: string): Reader<number> =>
  (value, place) => {
    const id = Number(value);
    if (!items.has(id)) report(place, `there is no ${what} ${String(value)}`);
    return id;
  };

/** Runs a pipeline of whatever region, as the operation `startProject` does. */
export function runPipeline(service: Service, { ids }: AdminInput) {
  const projectId = readValue("The path", idOf(service.state.pipelines, "pipeline"), ids["id"]);
  return runHandlers.startProject(inputFor(service, { projectId }), service);
}

/** Cancels a run, as the operation `cancelProject` does: one that has ended cannot be canceled. */
export function cancelRun(service: Service, { ids }: AdminInput) {
  const historyId = readValue("The path", idOf(service.state.runs, "run"), ids["id"]);
  const projectId = service.state.runs.get(historyId)?.projectId ?? 0;
  return runHandlers.cancelProject(inputFor(service, { projectId, historyId }), service);
}

const inputFor = <Parameters extends { projectId: number }>({ state }: Service, parameters: Parameters) => ({
  parameters,
  region: state.pipelines.get(parameters.projectId)?.region ?? "",
  body: undefined,
  page: undefined,
  search: "",
});

const fields = record({ repository: text, branch: text });

const nowhere: Repository = { id: 0, name: "", branches: [] };

const pushReader =
  ({ repositories }: References): Reader<{ repository: Repository; branch: string }> =>
  (value, place) => {
    const { repository: name, branch } = fields(value, place);
    const repository = repositories.get(name) ?? nowhere;
    if (repository === nowhere) report(place, `there is no repository ${name}`);
    return { repository, branch };
  };

export function pushToRepository(service: Service, { body }: AdminInput) {
  const { repository, branch } = readValue("The body", pushReader(service.state.references), body);
  return { runs: push(service, repository, branch) };
}

const clockFields = record({ advanceMs: optional(amount), set: optional(instant) });

/** Ten years, in milliseconds. */
const farthest = 10 * 366 * 24 * 60 * 60 * 1000;

/** Reads where the clock is to go, milliseconds since the epoch. */
const destination =
  (now: number): Reader<number> =>
  (value, place) => {
    const { advanceMs, set } = clockFields(value, place);
    if ((advanceMs === undefined) === (set === undefined)) report(place, "give either advanceMs or set");
    const time = set === undefined ? now + Number(advanceMs) : Date.parse(set);
    if (time < now) report(place, `the clock goes forwards only, it is ${new Date(now).toISOString()} already`);
    if (time - now > farthest) report(place, "move it by ten years at most; every schedule on the way is run");
    return time;
  };

export const showHealth = ({ clock }: Service) => ({ status: "ok", time: new Date(clock.now()).toISOString() });

export function moveClock({ clock, changed }: Service, { body }: AdminInput) {
  clock.moveTo(readValue("The body", destination(clock.now()), body));
  changed();
  return { time: new Date(clock.now()).toISOString() };
}
