import { ServiceFailure } from "../failure.ts";
import { cancelRunsOf } from "../runs/advance-run.ts";
import type { Service } from "../service.ts";
import { armSchedule, disarmSchedule } from "../triggers/arm-schedule.ts";
import {
  hiddenChanges,
  visiblePipeline,
  visiblePipelines,
  visibleVersions,
  type RecentChange,
} from "./visible-pipelines.ts";
import type { Pipeline, PipelineReads } from "./world.ts";

/** The pipelines of all regions as reads show them. */
export const visibleNow = (service: Service): PipelineReads =>
  visiblePipelines(service.world.pipelines, hiddenNow(service));

/** One pipeline as reads show it. */
export const readPipeline = (service: Service, id: number, region: string): Pipeline =>
  present(visiblePipeline(service.world.pipelines, hiddenNow(service), id), id, region);

/** Whether a name is taken: by a pipeline, or by one that is deleted and that reads still show. */
export function holderOfName(service: Service, region: string, name: string): Pipeline | undefined {
  const shown = [...visibleVersions(hiddenNow(service)).values()];
  return (
    service.world.pipelines.named(region, name)[0] ??
    shown.find((pipeline) => pipeline?.name === name && pipeline.region === region)
  );
}

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
  service.world.runs.deleteOf(id);
  service.changed();
}

/** The changes that reads do not show yet, the oldest first. */
function hiddenNow(service: Service): readonly RecentChange[] {
  service.recentChanges = hiddenChanges(service.recentChanges, momentOf(service), service.settings.visibilityDelayMs);
  return service.recentChanges;
}

function remember(service: Service, id: number): void {
  if (service.settings.visibilityDelayMs === 0) return;
  service.recentChanges.push({ id, before: service.world.pipelines.get(id), at: momentOf(service) });
}

const momentOf = (service: Service) => ({ emulated: service.clock.now(), wall: service.wallNow() });
