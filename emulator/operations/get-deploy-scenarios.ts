import { findStage } from "./find-deploy.ts";
import type { Handler } from "./handler.ts";
import { selectItems } from "./select-items.ts";

export const getDeployScenarios: Handler<"getDeployScenarios"> = (input, service) => {
  const { scenarios } = findStage(service, input.parameters.projectId, input.parameters.stageId);
  return { scenarioList: selectItems(service, scenarios, input) };
};
