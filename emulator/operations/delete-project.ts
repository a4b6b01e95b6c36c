import { removePipeline, storedPipeline } from "../world/pipelines.ts";
import type { Handler } from "./handler.ts";

export const deleteProject: Handler<"deleteProject"> = ({ parameters, region }, service) => {
  removePipeline(service, storedPipeline(service, parameters.projectId, region).id);
  return { result: true };
};
