import { findDeployProject } from "./find-deploy.ts";
import type { Handler } from "./handler.ts";
import { selectItems } from "./select-items.ts";

export const getDeployStages: Handler<"getDeployStages"> = (input, service) => {
  const { stages } = findDeployProject(service, input.parameters.projectId);
  return { stageList: selectItems(service, stages, input).map(({ id, name }) => ({ id, name })) };
};
