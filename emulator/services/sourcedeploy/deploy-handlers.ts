import { ServiceFailure } from "../../failure.ts";
import type { Service } from "../../service.ts";
import { findDeployProject, findStage } from "../find-target.ts";
import { selectPage, type RelatedInput, type RelatedRoute } from "../related-route.ts";
import { scenarioContent } from "./scenario-content.ts";

const at = (path: string) => [`/vpcsourcedeploy/api/v1${path}`, `/sourcedeploy/api/v1${path}`];
const stages = "/project/{projectId}/stage";
const scenarios = `${stages}/{stageId}/scenario`;

/** Reads of SourceDeploy: sections 4 and 5 of the reference of related services. */
export const sourceDeployRoutes: readonly RelatedRoute[] = [
  { operation: "sourcedeploy.list", method: "GET", paths: at("/project"), handle: listDeployProjects },
  { operation: "sourcedeploy.stages", method: "GET", paths: at(stages), handle: listStages },
  { operation: "sourcedeploy.stage", method: "GET", paths: at(`${stages}/{stageId}`), handle: getStage },
  { operation: "sourcedeploy.scenarios", method: "GET", paths: at(scenarios), handle: listScenarios },
  { operation: "sourcedeploy.scenario", method: "GET", paths: at(`${scenarios}/{scenarioId}`), handle: getScenario },
];

const defaultSize = 100;

const identity = ({ id, name }: { id: number; name: string }) => ({ id, name });

function listDeployProjects(service: Service, { query }: RelatedInput) {
  const { items } = selectPage(service, service.state.deployProjects, query, "projectName", defaultSize);
  return { projectList: items.map(identity) };
}

function listStages(service: Service, { parameters, query }: RelatedInput) {
  const project = findDeployProject(service, Number(parameters["projectId"]));
  const { items } = selectPage(service, project.stages, query, "stageName", defaultSize);
  return { project: identity(project), stageList: items.map(identity) };
}

/** The state does not say what a stage deploys to; its scenarios do, as far as it matters. */
function getStage(service: Service, input: RelatedInput) {
  const { project, stage } = stageOf(service, input);
  const isCluster = stage.scenarios.some(({ source }) => source.type === "KubernetesService");
  return { project: identity(project), ...identity(stage), ...(isCluster ? clusterStage : serverStage) };
}

const serverStage = { type: "Server", config: { serverNo: [1001], serverName: ["server-1"] } } as const;

/** Pages name a number, the SDK a UUID: both are there. */
const clusterStage = {
  type: "KubernetesService",
  config: { clusterNo: 1001, clusterUuid: "00000000-0000-4000-8000-000000001001", clusterName: "cluster-1" },
} as const;

function listScenarios(service: Service, input: RelatedInput) {
  const { project, stage } = stageOf(service, input);
  const { items } = selectPage(service, stage.scenarios, input.query, "scenarioName", defaultSize);
  return { project: identity(project), stage: identity(stage), scenarioList: items.map(identity) };
}

function getScenario(service: Service, input: RelatedInput) {
  const { project, stage } = stageOf(service, input);
  const scenario = stage.scenarios.find(({ id }) => String(id) === input.parameters["scenarioId"]);
  if (!scenario) throw new ServiceFailure("deployMissing", `The stage ${stage.name} has no such scenario.`);
  return {
    project: identity(project),
    stage: identity(stage),
    ...identity(scenario),
    description: "",
    ...scenarioContent(scenario.source, service.state),
  };
}

function stageOf(service: Service, { parameters }: RelatedInput) {
  const project = findDeployProject(service, Number(parameters["projectId"]));
  return { project, stage: findStage(service, project.id, Number(parameters["stageId"])) };
}
