import type { Operation } from "../../../core/http/operation.ts";
import { deploymentOperations } from "./deployment-operations.ts";
import { lookupOperations } from "./lookup-operations.ts";
import type { OperationName } from "./operation-names.ts";
import { createProjectBody, getProjectsResult } from "./schemas/project.ts";
import { changeScenarioBody, createScenarioBody } from "./schemas/scenario-request.ts";
import { getScenarioResult, getScenariosResult } from "./schemas/scenario-result.ts";
import { acknowledged, acknowledgement, identity } from "./schemas/shared.ts";
import { changeStageBody, createStageBody, getStageResult, getStagesResult } from "./schemas/stage.ts";

export { operationNames, type OperationName } from "./operation-names.ts";

/**
 * The operations of SourceDeploy (reference sections 4 and 5 of the related services). The signed client, the emulator's
 * routes, `docs/operations.md` and the contract tests are read from this table.
 */
export const operations = {
  getProjects: {
    summary: "list deploy projects",
    method: "GET",
    path: "/project",
    paged: "each",
    search: "projectName",
    result: getProjectsResult,
    items: "projectList",
    page: "devtools-sourcedeploy-projectlist",
  },
  createProject: {
    summary: "create a deploy project",
    method: "POST",
    path: "/project",
    body: createProjectBody,
    result: identity,
    page: "devtools-sourcedeploy-projectcreate",
  },
  deleteProject: {
    summary: "delete a deploy project",
    method: "DELETE",
    path: "/project/{projectId}",
    result: acknowledgement,
    whenEmpty: acknowledged,
    page: "devtools-sourcedeploy-projectdelete",
  },
  getStages: {
    summary: "list the stages of a deploy project",
    method: "GET",
    path: "/project/{projectId}/stage",
    paged: "each",
    search: "stageName",
    result: getStagesResult,
    items: "stageList",
    page: "devtools-sourcedeploy",
  },
  createStage: {
    summary: "create a stage",
    method: "POST",
    path: "/project/{projectId}/stage",
    body: createStageBody,
    result: identity,
    page: "devtools-sourcedeploy-stagecreate",
  },
  getStage: {
    summary: "get a stage",
    method: "GET",
    path: "/project/{projectId}/stage/{stageId}",
    result: getStageResult,
    page: "devtools-sourcedeploy",
  },
  changeStage: {
    summary: "edit a stage",
    method: "PATCH",
    path: "/project/{projectId}/stage/{stageId}",
    body: changeStageBody,
    result: identity,
    page: "devtools-sourcedeploy",
  },
  deleteStage: {
    summary: "delete a stage",
    method: "DELETE",
    path: "/project/{projectId}/stage/{stageId}",
    result: acknowledgement,
    whenEmpty: acknowledged,
    page: "devtools-sourcedeploy",
  },
  getScenarios: {
    summary: "list the scenarios of a stage",
    method: "GET",
    path: "/project/{projectId}/stage/{stageId}/scenario",
    paged: "each",
    search: "scenarioName",
    result: getScenariosResult,
    items: "scenarioList",
    page: "devtools-sourcedeploy",
  },
  createScenario: {
    summary: "create a scenario",
    method: "POST",
    path: "/project/{projectId}/stage/{stageId}/scenario",
    body: createScenarioBody,
    result: identity,
    page: "devtools-sourcedeploy-scenariocreate",
  },
  getScenario: {
    summary: "get a scenario",
    method: "GET",
    path: "/project/{projectId}/stage/{stageId}/scenario/{scenarioId}",
    result: getScenarioResult,
    page: "devtools-sourcedeploy",
  },
  changeScenario: {
    summary: "edit a scenario",
    method: "PATCH",
    path: "/project/{projectId}/stage/{stageId}/scenario/{scenarioId}",
    body: changeScenarioBody,
    result: identity,
    page: "devtools-sourcedeploy",
  },
  deleteScenario: {
    summary: "delete a scenario",
    method: "DELETE",
    path: "/project/{projectId}/stage/{stageId}/scenario/{scenarioId}",
    result: acknowledgement,
    whenEmpty: acknowledged,
    page: "devtools-sourcedeploy",
  },
  ...deploymentOperations,
  ...lookupOperations,
} as const satisfies Record<OperationName, Operation>;

export type Operations = typeof operations;
