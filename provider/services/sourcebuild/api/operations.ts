import type { Operation } from "../../../core/http/operation.ts";
import type { OperationName } from "./operation-names.ts";
import {
  branchesResult,
  bucketsResult,
  computesResult,
  dockerEnginesResult,
  operatingSystemsResult,
  registriesResult,
  repositoriesResult,
  runtimesResult,
  runtimeVersionsResult,
} from "./schemas/lookups.ts";
import { cancelBuildBody, changeProjectBody, createProjectBody } from "./schemas/project-request.ts";
import {
  acknowledged,
  acknowledgement,
  getBuildHistoryResult,
  getProjectResult,
  getProjectsResult,
  projectIdentity,
  startBuildResult,
} from "./schemas/project-result.ts";

export { operationNames, type OperationName } from "./operation-names.ts";

/**
 * The operations of SourceBuild (reference section 3.1 of the related services). The signed client, the emulator's routes,
 * `docs/operations.md` and the contract tests are read from this table.
 */
export const operations = {
  getProjects: {
    summary: "list build projects",
    method: "GET",
    path: "/project",
    paged: "each",
    search: "projectName",
    result: getProjectsResult,
    items: "project",
    page: "devtools-sourcebuild-projectlist",
  },
  createProject: {
    summary: "create a build project",
    method: "POST",
    path: "/project",
    body: createProjectBody,
    result: projectIdentity,
    page: "devtools-sourcebuild-projectcreate",
  },
  getProject: {
    summary: "get a build project",
    method: "GET",
    path: "/project/{projectId}",
    result: getProjectResult,
    page: "devtools-sourcebuild-projectdetail",
  },
  changeProject: {
    summary: "edit a build project",
    method: "PATCH",
    path: "/project/{projectId}",
    body: changeProjectBody,
    result: projectIdentity,
    page: "devtools-sourcebuild-projectupdate",
  },
  deleteProject: {
    summary: "delete a build project",
    method: "DELETE",
    path: "/project/{projectId}",
    result: acknowledgement,
    whenEmpty: acknowledged,
    page: "devtools-sourcebuild-projectdelete",
  },
  startBuild: {
    summary: "start a build",
    method: "POST",
    path: "/project/{projectId}/build",
    result: startBuildResult,
    page: "devtools-sourcebuild",
  },
  cancelBuild: {
    summary: "cancel a build",
    method: "DELETE",
    path: "/project/{projectId}/build",
    body: cancelBuildBody,
    result: acknowledgement,
    whenEmpty: acknowledged,
    page: "devtools-sourcebuild",
  },
  getBuildHistory: {
    summary: "list the builds of a build project",
    method: "GET",
    path: "/project/{projectId}/history",
    result: getBuildHistoryResult,
    items: "history",
    page: "devtools-sourcebuild-buildhistorylist",
  },
  getEnvCompute: {
    summary: "list the machines that builds can have",
    method: "GET",
    path: "/env/compute",
    result: computesResult,
    items: "compute",
    page: "devtools-sourcebuild",
  },
  getEnvOs: {
    summary: "list the operating systems of builds",
    method: "GET",
    path: "/env/os",
    result: operatingSystemsResult,
    items: "os",
    page: "devtools-sourcebuild-buildenvoslist",
  },
  getEnvRuntime: {
    summary: "list the runtimes of an operating system",
    method: "GET",
    path: "/env/os/{osId}/runtime",
    result: runtimesResult,
    items: "runtime",
    page: "devtools-sourcebuild-buildenvruntimelist",
  },
  getEnvRuntimeVersion: {
    summary: "list the versions of a runtime",
    method: "GET",
    path: "/env/os/{osId}/runtime/{runtimeId}/version",
    result: runtimeVersionsResult,
    items: "version",
    page: "devtools-sourcebuild-buildenvruntimeversionlist",
  },
  getEnvDocker: {
    summary: "list the docker engines",
    method: "GET",
    path: "/env/docker",
    result: dockerEnginesResult,
    items: "docker",
    page: "devtools-sourcebuild-buildenvdockerlist",
  },
  getContainerRegistry: {
    summary: "list the container registries",
    method: "GET",
    path: "/containerregistry/registry",
    result: registriesResult,
    items: "registry",
    page: "devtools-sourcebuild",
  },
  getObjectstorageBucket: {
    summary: "list the buckets of Object Storage",
    method: "GET",
    path: "/objectstorage/bucket",
    result: bucketsResult,
    items: "bucket",
    page: "devtools-sourcebuild",
  },
  getSourcecommitRepositories: {
    summary: "list the SourceCommit repositories",
    method: "GET",
    path: "/sourcecommit/repository",
    result: repositoriesResult,
    items: "repository",
    page: "devtools-sourcebuild-sourcecommitrepolist",
  },
  getSourcecommitRepositoryBranches: {
    summary: "list the branches of a SourceCommit repository",
    method: "GET",
    path: "/sourcecommit/repository/{repositoryName}/branch",
    result: branchesResult,
    items: "branch",
    page: "devtools-sourcebuild-sourcecommitbranchlist",
  },
} as const satisfies Record<OperationName, Operation>;

export type Operations = typeof operations;
