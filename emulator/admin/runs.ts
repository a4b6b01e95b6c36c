import { cancelProject } from "../operations/cancel-project.ts";
import { startProject } from "../operations/start-project.ts";
import type { Service } from "../service.ts";
import type { AdminInput } from "./admin-route.ts";
import { readValue } from "../shape/read-value.ts";
import { report, type Reader } from "../shape/shape.ts";

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
  const projectId = readValue("The path", idOf(service.world.pipelines, "pipeline"), ids["id"]);
  return startProject(inputFor(service, { projectId }), service);
}

/** Cancels a run, as the operation `cancelProject` does: one that has ended cannot be canceled. */
export function cancelRun(service: Service, { ids }: AdminInput) {
  const historyId = readValue("The path", idOf(service.world.runs, "run"), ids["id"]);
  const projectId = service.world.runs.get(historyId)?.projectId ?? 0;
  return cancelProject(inputFor(service, { projectId, historyId }), service);
}

const inputFor = <Parameters extends { projectId: number }>({ world }: Service, parameters: Parameters) => ({
  parameters,
  region: world.pipelines.get(parameters.projectId)?.region ?? "",
  body: undefined,
  page: undefined,
  search: "",
});
