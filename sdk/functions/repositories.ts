import type { Output } from "@pulumi/pulumi";
import type {
  Repository,
  Branch,
  GetRepositoriesArgs,
  GetRepositoryArgs,
  GetBranchesArgs,
  GetBranchArgs,
} from "../../provider/services/sourcepipeline/functions/repository-types.ts";
import {
  repositories,
  repository,
  branches,
  branch,
} from "../../provider/services/sourcepipeline/functions/repositories.ts";
import type { Inputs } from "../inputs.ts";
import type { LookupOptions, LookupOutputOptions } from "./lookup-options.ts";
import { lookUp, lookUpOutput } from "./lookup.ts";

export type {
  Repository,
  Branch,
  GetRepositoriesArgs,
  GetRepositoryArgs,
  GetBranchesArgs,
  GetBranchArgs,
} from "../../provider/services/sourcepipeline/functions/repository-types.ts";

/**
 * The SourceCommit repositories of the account.
 *
 * @example const all = await ncloud.getRepositories();
 */
export const getRepositories = (args: GetRepositoriesArgs = {}, options?: LookupOptions): Promise<Repository[]> =>
  lookUp("getRepositories", repositories, args, options);

/** {@link getRepositories} for outputs. */
export const getRepositoriesOutput = (
  args: Inputs<GetRepositoriesArgs> = {},
  options?: LookupOutputOptions,
): Output<Repository[]> => lookUpOutput("getRepositories", repositories, args, options);

/**
 * The SourceCommit repository of a name; fails with the nearest names.
 *
 * @example const repository = await ncloud.getRepository({ name: "shop-api" });
 */
export const getRepository = (args: GetRepositoryArgs, options?: LookupOptions): Promise<Repository> =>
  lookUp("getRepository", repository, args, options);

/** {@link getRepository} for outputs. */
export const getRepositoryOutput = (
  args: Inputs<GetRepositoryArgs>,
  options?: LookupOutputOptions,
): Output<Repository> => lookUpOutput("getRepository", repository, args, options);

/**
 * The branches of a SourceCommit repository.
 *
 * @example const all = await ncloud.getBranches({ repository: "shop-api" });
 */
export const getBranches = (args: GetBranchesArgs, options?: LookupOptions): Promise<Branch[]> =>
  lookUp("getBranches", branches, args, options);

/** {@link getBranches} for outputs. */
export const getBranchesOutput = (args: Inputs<GetBranchesArgs>, options?: LookupOutputOptions): Output<Branch[]> =>
  lookUpOutput("getBranches", branches, args, options);

/**
 * One branch of a SourceCommit repository; fails with the nearest names, or says that nothing was pushed yet.
 *
 * @example const main = await ncloud.getBranch({ repository: "shop-api", name: "main" });
 */
export const getBranch = (args: GetBranchArgs, options?: LookupOptions): Promise<Branch> =>
  lookUp("getBranch", branch, args, options);

/** {@link getBranch} for outputs. */
export const getBranchOutput = (args: Inputs<GetBranchArgs>, options?: LookupOutputOptions): Output<Branch> =>
  lookUpOutput("getBranch", branch, args, options);
