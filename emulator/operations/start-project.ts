import { ServiceFailure } from "../failure.ts";
import { byRequest, startRun } from "../runs/start-run.ts";
import { storedPipeline } from "../world/pipelines.ts";
import type { Handler } from "./handler.ts";

export const startProject: Handler<"startProject"> = ({ parameters, region }, service) => {
  const pipeline = storedPipeline(service, parameters.projectId, region);
  if (service.settings.runWhileRunning === "refused") {
    const running = service.world.runs.of(pipeline.id).find(({ end }) => end === null);
    if (running) throw new ServiceFailure("conflict", `The run ${running.id} is in progress.`);
  }
  return { historyId: startRun(service, pipeline, byRequest) };
};
