import { operations, type Operations } from "../../../provider/services/sourcedeploy/api/operations.ts";
import type { ScenarioConfig } from "../../../provider/services/sourcedeploy/api/requests.ts";
import { sentences, ServiceFailure } from "../../failure.ts";
import type { Service } from "../../service.ts";
import { problemsOf } from "../../shapes/describe-issue.ts";
import { readBody } from "../../shapes/read-body.ts";
import { isVisible, noteCreated, noteReleased } from "../../state/related-visibility.ts";
import { nextId, type DeployProject, type Scenario, type Stage } from "../../state/state.ts";
import { mergeContent } from "../merge-content.ts";
import type { RelatedHandlers } from "../related-handler.ts";
import { selectPage } from "../related-lists.ts";
import { checkScenario } from "./check-scenario.ts";
import { refuseUsed } from "./delete-deploy.ts";
import { refuseHidden, scenarioAt, stageAt } from "./find-deploy.ts";
import { listForm, refuseTakenName } from "./names.ts";
import { scenarioConfigOf } from "./scenario-config.ts";
import { identity, scenarioResponse } from "./scenario-response.ts";
import { seedStage } from "./stage-response.ts";

type Names = "getScenarios" | "createScenario" | "getScenario" | "changeScenario" | "deleteScenario";

const scopeOf = ({ id }: Stage): string => `scenario ${id}`;

/** What the seed's short form says of scenarios that are written through the service: nothing, the config says it. */
const noSource = { type: "SourceBuild", target: {} };

/** The operations on scenarios (reference sections 5.2 and 5.3). */
export const scenarioHandlers: Pick<RelatedHandlers<Operations>, Names> = {
  getScenarios: ({ parameters, query }, service) => {
    const { project, stage } = stageAt(service, parameters);
    const shown = stage.scenarios.filter(({ id }) => isVisible(service, "scenario", id, "list"));
    const { items } = selectPage(service, shown, query, listForm("scenarioName"));
    return { project: identity(project), stage: identity(stage), scenarioList: items.map(identity) };
  },

  createScenario: ({ parameters, body: { name, description, config } }, service) => {
    const { project, stage } = stageAt(service, parameters);
    checkScenario(seedStage(stage).type, config, undefined, service);
    const holder = stage.scenarios.find((scenario) => scenario.name === name);
    refuseTakenName(service, scopeOf(stage), name, holder);
    const id = nextId(service.state.counters, "scenario");
    noteCreated(service, "scenario", id);
    const scenario = { id, name, description: description ?? "", config, source: noSource };
    storeScenarios(service, project, stage, [...stage.scenarios, scenario]);
    return { id, name };
  },

  getScenario: ({ parameters }, service) => {
    const { project, stage, scenario } = scenarioAt(service, parameters);
    refuseHidden(service, "scenario", scenario);
    return scenarioResponse(project, stage, scenario, service.state, service.settings);
  },

  changeScenario: ({ parameters, body }, service) => {
    const { project, stage, scenario } = scenarioAt(service, parameters);
    const { patchDepth, patchOmission } = service.settings;
    const clears = patchOmission === "clears" || patchDepth === "whole";
    const config = body.config ? editConfig(service, stage, scenario, body.config) : scenario.config;
    const description = body.description ?? (clears ? "" : scenario.description);
    const changed = { ...scenario, description, config };
    storeScenarios(
      service,
      project,
      stage,
      stage.scenarios.map((other) => (other.id === scenario.id ? changed : other)),
    );
    return identity(scenario);
  },

  deleteScenario: ({ parameters }, service) => {
    const { project, stage, scenario } = scenarioAt(service, parameters);
    refuseUsed(service, scenario.name, (task) => task.scenarioId === scenario.id);
    storeScenarios(
      service,
      project,
      stage,
      stage.scenarios.filter(({ id }) => id !== scenario.id),
    );
    noteReleased(service, scopeOf(stage), scenario.name);
    return { result: true };
  },
};

/** The config after an edit: what is left out stays, as long as it still belongs to the strategy. */
function editConfig(service: Service, stage: Stage, scenario: Scenario, change: ScenarioConfig): ScenarioConfig {
  const { type } = seedStage(stage);
  const before = scenarioConfigOf(scenario, service.state);
  const merged: ScenarioConfig = mergeContent({ ...before }, { ...change }, service.settings.patchDepth);
  const { loadBalancer, canaryConfig, ...rest } = merged;
  const config = {
    ...rest,
    ...((merged.strategy === "blueGreen" || change.loadBalancer) && { loadBalancer }),
    ...((merged.strategy === "canary" || change.canaryConfig) && { canaryConfig }),
  };
  const body = structuredClone({ name: "any", config });
  const read = readBody(operations.createScenario.body, body, { unknownKeys: true, days: false });
  if ("issues" in read) throw new ServiceFailure("deployWrongShape", sentences(problemsOf(read.issues)));
  checkScenario(type, read.value.config, scenario.config, service);
  return read.value.config;
}

function storeScenarios(service: Service, project: DeployProject, stage: Stage, scenarios: Scenario[]): void {
  const stages = project.stages.map((other) => (other.id === stage.id ? { ...other, scenarios } : other));
  service.state.deployProjects.set({ ...project, stages });
  service.changed();
}
