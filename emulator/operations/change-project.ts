import { storedPipeline, storePipeline } from "../world/pipelines.ts";
import { checkContent } from "./check-content.ts";
import type { Handler } from "./handler.ts";
import { readTasks, readTrigger } from "./read-content.ts";

export const changeProject: Handler<"changeProject"> = ({ parameters, body, region }, service) => {
  const pipeline = storedPipeline(service, parameters.projectId, region);
  checkContent(body, pipeline, service);

  const clears = service.settings.patchOmission === "clears";
  storePipeline(service, {
    ...pipeline,
    description: body.description ?? (clears ? "" : pipeline.description),
    tasks: readTasks(body.tasks, pipeline.tasks, service.world.counters),
    trigger: body.trigger || clears ? readTrigger(body.trigger) : pipeline.trigger,
    changed: true,
  });
  return { result: true };
};
