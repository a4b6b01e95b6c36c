import type { Operation } from "../../../core/http/operation.ts";
import type { OperationName } from "./operation-names.ts";
import {
  branchesResult,
  buildProjectsResult,
  deployProjectsResult,
  deployScenariosResult,
  deployStagesResult,
  repositoriesResult,
  timeZonesResult,
} from "./schemas/lookups.ts";
import { changeProjectBody, createProjectBody } from "./schemas/pipeline-request.ts";
import {
  acknowledged,
  acknowledgement,
  createProjectResult,
  getProjectResult,
  getProjectsResult,
} from "./schemas/pipeline-result.ts";
import { getHistoriesResult, getHistoryResult, startProjectResult } from "./schemas/run.ts";

export { operationNames, type OperationName } from "./operation-names.ts";

/**
 * The 16 operations of SourcePipeline, named as the vendor's SDK names them. The signed client, the emulator's routes,
 * `docs/operations.md` and the contract tests are read from this table.
 */
export const operations = {
  createProject: {
    summary: "create a pipeline",
    method: "POST",
    path: "/project",
    body: createProjectBody,
    result: createProjectResult,
    page: "devtools-sourcepipeline-projectcreate",
  },
  getProjects: {
    summary: "list pipelines",
    method: "GET",
    path: "/project",
    paged: true,
    search: "projectName",
    result: getProjectsResult,
    items: "projectList",
    page: "devtools-sourcepipeline-projectlist",
  },
  getProject: {
    summary: "get a pipeline",
    method: "GET",
    path: "/project/{projectId}",
    result: getProjectResult,
    page: "devtools-sourcepipeline-projectdetail",
  },
  getProjectHistories: {
    summary: "list the runs of a pipeline",
    method: "GET",
    path: "/project/{projectId}/history",
    paged: true,
    result: getHistoriesResult,
    items: "historyList",
    page: "devtools-sourcepipeline-projecthistorylist",
  },
  getProjectHistory: {
    summary: "get a run",
    method: "GET",
    path: "/project/{projectId}/history/{historyId}",
    result: getHistoryResult,
    page: "devtools-sourcepipeline-projecthistorydetail",
  },
  getTimeZones: {
    summary: "list the time zones of schedules",
    method: "GET",
    path: "/trigger/timezone",
    result: timeZonesResult,
    items: "timeZone",
    page: "devtools-sourcepipeline-timezone",
  },
  changeProject: {
    summary: "edit a pipeline",
    method: "PATCH",
    path: "/project/{projectId}",
    body: changeProjectBody,
    result: acknowledgement,
    whenEmpty: acknowledged,
    page: "devtools-sourcepipeline-projectupdate",
  },
  startProject: {
    summary: "run a pipeline",
    method: "POST",
    path: "/project/{projectId}/do",
    result: startProjectResult,
    page: "devtools-sourcepipeline-do",
  },
  cancelProject: {
    summary: "cancel a run",
    method: "POST",
    path: "/project/{projectId}/history/{historyId}/cancel",
    result: acknowledgement,
    whenEmpty: acknowledged,
    page: "devtools-sourcepipeline-cancel",
  },
  deleteProject: {
    summary: "delete a pipeline",
    method: "DELETE",
    path: "/project/{projectId}",
    result: acknowledgement,
    whenEmpty: acknowledged,
    page: "devtools-sourcepipeline-projectdelete",
  },
  getRepositories: {
    summary: "list SourceCommit repositories",
    method: "GET",
    path: "/sourcecommit/repository",
    paged: true,
    search: "searchWord",
    result: repositoriesResult,
    items: "repositoryList",
    page: "devtools-sourcepipeline-sourcecommitrepolist",
  },
  getBranches: {
    summary: "list the branches of a SourceCommit repository",
    method: "GET",
    path: "/sourcecommit/repository/{repositoryName}/branch",
    result: branchesResult,
    items: "branchList",
    page: "devtools-sourcepipeline-sourcecommitbranchlist",
  },
  getBuildProjects: {
    summary: "list SourceBuild projects",
    method: "GET",
    path: "/sourcebuild/project",
    paged: true,
    search: "searchWord",
    result: buildProjectsResult,
    items: "projectList",
    page: "devtools-sourcepipeline-sourcbuildprojectlist",
  },
  getDeployProjects: {
    summary: "list SourceDeploy projects",
    method: "GET",
    path: "/sourcedeploy/project",
    paged: true,
    search: "searchWord",
    result: deployProjectsResult,
    items: "projectList",
    page: "devtools-sourcepipeline-sourcedeployprojectlist",
  },
  getDeployStages: {
    summary: "list the stages of a SourceDeploy project",
    method: "GET",
    path: "/sourcedeploy/project/{projectId}/stage",
    paged: true,
    search: "searchWord",
    result: deployStagesResult,
    items: "stageList",
    page: "devtools-sourcepipeline-sourcedeploystagelist",
  },
  getDeployScenarios: {
    summary: "list the scenarios of a SourceDeploy stage",
    method: "GET",
    path: "/sourcedeploy/project/{projectId}/stage/{stageId}/scenario",
    paged: true,
    search: "searchWord",
    result: deployScenariosResult,
    items: "scenarioList",
    page: "devtools-sourcepipeline-sourcedeployscenariolist",
  },
} as const satisfies Record<OperationName, Operation>;

export type Operations = typeof operations;
