import type { Operation } from "../../../core/http/operation.ts";
import type { OperationName } from "./operation-names.ts";
import { changeRepositoryBody, createRepositoryBody, defaultBranchBody } from "./schemas/repository-request.ts";
import {
  done,
  getBranchesResult,
  getRepositoriesResult,
  getRepositoryResult,
  getTagsResult,
} from "./schemas/repository-result.ts";

export { operationNames, type OperationName } from "./operation-names.ts";

/**
 * The operations of SourceCommit (reference section 2.1 of the related services). The signed client, the emulator's
 * routes, `docs/operations.md` and the contract tests are read from this table.
 */
export const operations = {
  getRepositories: {
    summary: "list repositories",
    method: "GET",
    path: "/repository",
    paged: "each",
    search: "repositoryName",
    result: getRepositoriesResult,
    items: "repository",
    page: "devtools-sourcecommit-repositorylist",
  },
  createRepository: {
    summary: "create a repository",
    method: "POST",
    path: "/repository",
    body: createRepositoryBody,
    result: done,
    page: "devtools-sourcecommit-repositorycreate",
  },
  getRepository: {
    summary: "get a repository by its name",
    method: "GET",
    path: "/repository/{repositoryName}",
    result: getRepositoryResult,
    page: "devtools-sourcecommit-repositorydetail",
  },
  changeRepositoryByName: {
    summary: "edit a repository by its name",
    method: "PATCH",
    path: "/repository/{repositoryName}",
    body: changeRepositoryBody,
    result: done,
    whenEmpty: true,
    page: "devtools-sourcecommit-repositoryupdate",
  },
  deleteRepositoryByName: {
    summary: "delete a repository by its name",
    method: "DELETE",
    path: "/repository/{repositoryName}",
    result: done,
    whenEmpty: true,
    page: "devtools-sourcecommit",
  },
  getBranches: {
    summary: "list the branches of a repository",
    method: "GET",
    path: "/repository/{repositoryName}/branch",
    result: getBranchesResult,
    items: "branch",
    page: "devtools-sourcecommit-branchlist",
  },
  setDefaultBranch: {
    summary: "choose the default branch of a repository",
    method: "POST",
    path: "/repository/{repositoryName}/branch/default",
    body: defaultBranchBody,
    result: done,
    whenEmpty: true,
    page: "devtools-sourcecommit",
  },
  getTags: {
    summary: "list the tags of a repository",
    method: "GET",
    path: "/repository/{repositoryName}/tag",
    result: getTagsResult,
    items: "tag",
    page: "devtools-sourcecommit",
  },
  getRepositoryById: {
    summary: "get a repository",
    method: "GET",
    path: "/repository/id/{repositoryId}",
    result: getRepositoryResult,
    page: "devtools-sourcecommit-repositorydetail-byid",
  },
  changeRepository: {
    summary: "edit a repository",
    method: "PATCH",
    path: "/repository/id/{repositoryId}",
    body: changeRepositoryBody,
    result: done,
    whenEmpty: true,
    page: "devtools-sourcecommit-repositoryupdate-byid",
  },
  deleteRepository: {
    summary: "delete a repository",
    method: "DELETE",
    path: "/repository/id/{repositoryId}",
    result: done,
    whenEmpty: true,
    page: "devtools-sourcecommit",
  },
} as const satisfies Record<OperationName, Operation>;

export type Operations = typeof operations;
