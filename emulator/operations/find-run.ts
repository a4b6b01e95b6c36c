import { ServiceFailure } from "../failure.ts";
import type { Service } from "../service.ts";
import { readPipeline } from "../world/pipelines.ts";
import type { Run } from "../world/world.ts";

/** The run that a path names; it must belong to the pipeline that the path names. */
export function findRun(
  service: Service,
  { projectId, historyId }: { readonly projectId: number; readonly historyId: number },
  region: string,
): Run {
  const pipeline = readPipeline(service, projectId, region);
  const run = service.world.runs.get(historyId);
  if (run?.projectId === pipeline.id) return run;
  throw new ServiceFailure("runMissing", `The pipeline ${pipeline.name} has no run ${historyId}.`);
}
