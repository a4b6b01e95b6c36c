import { ServiceFailure } from "../failure.ts";
import { cancelRunsOf } from "../runs/advance-run.ts";
import type { Service } from "../service.ts";
import { armSchedule, disarmSchedule } from "../triggers/arm-schedule.ts";
import { hiddenChanges, visiblePipelines } from "./visible-pipelines.ts";
import type { Pipeline } from "./world.ts";

/** The pipelines of all regions as reads show them. */
export function visibleNow(service: Service): ReadonlyMap<number, Pipeline> {
  service.recentChanges = hiddenChanges(service.recentChanges, momentOf(service), service.settings.visibilityDelayMs);
  return visiblePipelines(service.world.pipelines, service.recentChanges);
}

/** One pipeline as reads show it. */
export const readPipeline = (service: Service, id: number, region: string): Pipeline =>
  present(visibleNow(service).get(id), id, region);

/** One pipeline as it is, for what changes it. */
export const storedPipeline = (service: Service, id: number, region: string): Pipeline =>
  present(service.world.pipelines.get(id), id, region);

function present(pipeline: Pipeline | undefined, id: number, region: string): Pipeline {
  if (pipeline?.region === region) return pipeline;
  throw new ServiceFailure("pipelineMissing", `There is no pipeline ${id} in region ${region}.`);
}

/** Adds a pipeline, or puts it in the place of the one with its id. */
export function storePipeline(service: Service, pipeline: Pipeline): void {
  remember(service, pipeline.id);
  service.world.pipelines.set(pipeline.id, pipeline);
  armSchedule(service, pipeline);
  service.changed();
}

/** Removes a pipeline and its runs. */
export function removePipeline(service: Service, id: number): void {
  remember(service, id);
  cancelRunsOf(service, id);
  disarmSchedule(service, id);
  service.world.pipelines.delete(id);
  for (const run of service.world.runs.values()) {
    if (run.projectId === id) service.world.runs.delete(run.id);
  }
  service.changed();
}

function remember(service: Service, id: number): void {
  if (service.settings.visibilityDelayMs === 0) return;
  service.recentChanges.push({ id, before: service.world.pipelines.get(id), at: momentOf(service) });
}

const momentOf = (service: Service) => ({ emulated: service.clock.now(), wall: service.wallNow() });
