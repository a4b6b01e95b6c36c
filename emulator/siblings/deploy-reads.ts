import { ServiceFailure } from "../failure.ts";
import { findDeployProject, findStage } from "../operations/find-deploy.ts";
import type { Service } from "../service.ts";
import { scenarioContent } from "./scenario-content.ts";
import { selectPage } from "./select-page.ts";
import type { SiblingInput } from "./sibling-route.ts";

/* Reads of SourceDeploy: sections 4 and 5 of the reference of related services. */

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

/** The world does not say what a stage deploys to; its scenarios do, as far as it matters. */
export function getStageDetail(service: Service, { parameters }: SiblingInput) {
  const project = findDeployProject(service, Number(parameters["projectId"]));
  const stage = findStage(service, project.id, Number(parameters["stageId"]));
  const isCluster = stage.scenarios.some(({ source }) => source.type === "KubernetesService");
  return { project: identity(project), ...identity(stage), ...(isCluster ? clusterStage : serverStage) };
}

const serverStage = { type: "Server", config: { serverNo: [1001], serverName: ["server-1"] } } as const;

/** Pages name a number, the SDK a UUID: both are there. */
const clusterStage = {
  type: "KubernetesService",
  config: { clusterNo: 1001, clusterUuid: "00000000-0000-4000-8000-000000001001", clusterName: "cluster-1" },
} as const;

export function getScenarioDetail(service: Service, { parameters }: SiblingInput) {
  const project = findDeployProject(service, Number(parameters["projectId"]));
  const stage = findStage(service, project.id, Number(parameters["stageId"]));
  const scenario = stage.scenarios.find(({ id }) => String(id) === parameters["scenarioId"]);
  if (!scenario) throw new ServiceFailure("deployMissing", `The stage ${stage.name} has no such scenario.`);
  return {
    project: identity(project),
    stage: identity(stage),
    ...identity(scenario),
    description: "",
    ...scenarioContent(scenario.source, service.world),
  };
}
