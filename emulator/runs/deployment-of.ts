import type { ScenarioConfig } from "../../provider/services/sourcedeploy/api/requests.ts";
import { scenarioConfigOf } from "../services/sourcedeploy/scenario-config.ts";
import { targetsOf, type TypedStage } from "../services/sourcedeploy/stage-targets.ts";
import type { Deployment } from "../state/executions.ts";
import type { DeployProject, Scenario, State } from "../state/state.ts";

/** What of a deployment its scenario says, as it is now. */
export const deploymentOf = (
  project: DeployProject,
  stage: TypedStage,
  scenario: Scenario,
  state: State,
): Pick<Deployment, "projectId" | "stage" | "scenario" | "type" | "config" | "targets"> => ({
  projectId: project.id,
  stage: { id: stage.id, name: stage.name },
  scenario: { id: scenario.id, name: scenario.name },
  type: stage.type,
  config: structuredClone(scenarioConfigOf(scenario, state)) as ScenarioConfig,
  targets: targetsOf(stage, state.environment),
});
