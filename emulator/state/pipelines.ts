import { ServiceFailure } from "../failure.ts";
import { cancelRunsOf } from "../runs/advance-run.ts";
import { armSchedule, disarmSchedule } from "../runs/arm-schedule.ts";
import type { Service } from "../service.ts";
import type { Pipeline, PipelineReads } from "./state.ts";
import {
  hiddenChanges,
  type RecentChange,
  visiblePipeline,
  visiblePipelines,
  visibleVersions,
} from "./visible-pipelines.ts";

/** The pipelines of all regions as reads show them. */
export const visibleNow = (service: Service): PipelineReads =>
  visiblePipelines(service.state.pipelines, hiddenNow(service));

/** One pipeline as reads show it. */
export const readPipeline = (service: Service, id: number, region: string): Pipeline =>
  present(visiblePipeline(service.state.pipelines, hiddenNow(service), id), id, region);

/** Whether a name is taken: by a pipeline, or by one that is deleted and that reads still show. */
export function holderOfName(service: Service, region: string, name: string): Pipeline | undefined {
  const shown = [...visibleVersions(hiddenNow(service)).values()];
  return (
    service.state.pipelines.named(region, name)[0] ??
    shown.find((pipeline) => pipeline?.name === name && pipeline.region === region)
  );
}

/** One pipeline as it is, for what changes it. */
export const storedPipeline = (service: Service, id: number, region: string): Pipeline =>
  present(service.state.pipelines.get(id), id, region);

function present(pipeline: Pipeline | undefined, id: number, region: string): Pipeline {
  if (pipeline?.region === region) return pipeline;
  throw new ServiceFailure("pipelineMissing", `There is no pipeline ${id} in region ${region}.`);
}

/** Adds a pipeline, or replaces the one with its id. */
export function storePipeline(service: Service, pipeline: Pipeline): void {
  remember(service, pipeline.id);
  service.state.pipelines.set(pipeline.id, pipeline);
  armSchedule(service, pipeline);
  service.changed();
}

/** Removes a pipeline and its runs. */
export function removePipeline(service: Service, id: number): void {
  remember(service, id);
  cancelRunsOf(service, id);
  disarmSchedule(service, id);
  service.state.pipelines.delete(id);
  service.state.runs.deleteOf(id);
  service.changed();
}

/** The changes that reads do not show yet, the oldest first. */
function hiddenNow(service: Service): readonly RecentChange[] {
  service.recentChanges = hiddenChanges(service.recentChanges, momentOf(service), service.settings.visibilityDelayMs);
  return service.recentChanges;
}

function remember(service: Service, id: number): void {
  if (service.settings.visibilityDelayMs === 0) return;
  service.recentChanges.push({ id, before: service.state.pipelines.get(id), at: momentOf(service) });
}

const momentOf = (service: Service) => ({ emulated: service.clock.now(), wall: service.wallNow() });
