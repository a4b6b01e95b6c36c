import { ServiceFailure } from "../failure.ts";
import { findDeployProject, findStage } from "../operations/find-deploy.ts";
import type { Service } from "../service.ts";
import type { ScenarioSource, World } from "../world/world.ts";
import { selectPage } from "./select-page.ts";
import type { SiblingInput } from "./sibling-route.ts";

/* Reads of SourceDeploy: reference section 6.3. */

const defaultSize = 100;

const identity = ({ id, name }: { id: number; name: string }) => ({ id, name });

export const listDeploys = ({ world, settings }: Service, { query }: SiblingInput) => ({
  projectList: selectPage(settings, world.deployProjects, query, "projectName", defaultSize).items.map(identity),
});

export function listStages(service: Service, { parameters, query }: SiblingInput) {
  const project = findDeployProject(service, Number(parameters["projectId"]));
  return {
    project: identity(project),
    stageList: selectPage(service.settings, project.stages, query, "stageName", defaultSize).items.map(identity),
  };
}

export function listScenarios(service: Service, { parameters, query }: SiblingInput) {
  const project = findDeployProject(service, Number(parameters["projectId"]));
  const stage = findStage(service, project.id, Number(parameters["stageId"]));
  return {
    project: identity(project),
    stage: identity(stage),
    scenarioList: selectPage(service.settings, stage.scenarios, query, "scenarioName", defaultSize).items.map(identity),
  };
}

export function getScenarioDetail(service: Service, { parameters }: SiblingInput) {
  const stage = findStage(service, Number(parameters["projectId"]), Number(parameters["stageId"]));
  const scenario = stage.scenarios.find(({ id }) => String(id) === parameters["scenarioId"]);
  if (!scenario) throw new ServiceFailure("deployMissing", `The stage ${stage.name} has no such scenario.`);
  return { ...identity(scenario), description: "", config: scenarioConfig(scenario.source, service.world) };
}

const scenarioConfig = ({ type, target }: ScenarioSource, world: World): object => configs[type]?.(target, world) ?? {};

/** `config` by the type of a scenario's source. */
const configs: Readonly<Record<string, (target: ScenarioSource["target"], world: World) => object>> = {
  SourceBuild: ({ projectName }, { buildProjects }) => ({
    file: {
      type: "SourceBuild",
      SourceBuild: buildProjects.filter(({ name }) => name === projectName).map(identity)[0],
    },
  }),
  ObjectStorage: ({ file = "" }) => {
    const [bucket = "", ...object] = file.split("/");
    return { file: { type: "ObjectStorage", ObjectStorage: { bucket, object: object.join("/") } } };
  },
  KubernetesService: ({ manifest = [] }) => ({ manifest: { type: "SourceCommit", path: manifest } }),
};
