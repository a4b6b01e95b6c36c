import type { Service } from "../service.ts";
import type { Run } from "../world/world.ts";
import { startRun } from "../runs/start-run.ts";

/**
 * Starts the pipelines that wait for this one, after a run that ended in success. A pipeline that is already in the
 * chain of runs is not started again: the loop is stopped and told.
 */
export function runsAfter(service: Service, { projectId, chain, status }: Run): void {
  if (status !== "success") return;
  for (const pipeline of service.world.pipelines.startedBy(projectId)) {
    if (chain.includes(pipeline.id)) {
      const loop = [...chain, pipeline.id].map((id) => service.world.pipelines.get(id)?.name ?? String(id));
      service.log.warn({ pipelines: loop }, "pipelines trigger each other in a loop; the run was not started again");
      continue;
    }
    startRun(service, pipeline, { requestType: "trigger", requestId: "sourcepipeline", chain });
  }
}
