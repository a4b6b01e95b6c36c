import type { Output } from "@pulumi/pulumi";
import { withNameLike } from "../../provider/core/validation/find-by-name.ts";
import type { Inputs } from "../inputs.ts";
import type { Ask } from "./lookup.ts";
import type { LookupOptions, LookupOutputOptions } from "./lookup-options.ts";
import { lookUp, lookUpOutput } from "./lookup.ts";

/** A SourceCommit repository. */
export interface Repository {
  /** Name, unique in the account. */
  name: string;
}

/** A branch of a SourceCommit repository. */
export interface Branch {
  /** Name of the repository that it belongs to. */
  repository: string;
  /** Name of the branch. */
  name: string;
}

/** Which repositories. */
export interface GetRepositoriesArgs {
  /** Part of the name, whatever the case; all without it. */
  search?: string | undefined;
}

/** Which repository. */
export interface GetRepositoryArgs {
  /** Name of the repository, exactly. */
  name: string;
}

/** The branches of which repository. */
export interface GetBranchesArgs {
  /** Name of the repository, exactly. */
  repository: string;
}

/** Which branch of which repository. */
export interface GetBranchArgs {
  /** Name of the repository, exactly. */
  repository: string;
  /** Name of the branch, exactly. */
  name: string;
}

const repositories: Ask<GetRepositoriesArgs, Repository[]> = async ({ lists, read }, { search }) =>
  withNameLike(await read(lists.repositories), search);

const repository: Ask<GetRepositoryArgs, Repository> = ({ lists, find }, { name }) =>
  find(lists.repositories, name, "SourceCommit repository");

// Through the list of repositories, so that a mistyped repository is answered with the nearest names.
const branches: Ask<GetBranchesArgs, Branch[]> = async ({ lists, find, read }, args) => {
  const { name } = await find(lists.repositories, args.repository, "SourceCommit repository");
  return (await read(lists.branches(name))).map((branch) => ({ repository: name, name: branch.name }));
};

const branch: Ask<GetBranchArgs, Branch> = async ({ lists, find }, args) => {
  const { name: repository } = await find(lists.repositories, args.repository, "SourceCommit repository");
  const within = `repository "${repository}"`;
  const ifEmpty = "Nothing was pushed there yet: push the branch first.";
  const { name } = await find(lists.branches(repository), args.name, "branch", within, ifEmpty);
  return { repository, name };
};

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
