import type * as requests from "../../provider/services/sourcecommit/api/requests.ts";
import type * as results from "../../provider/services/sourcecommit/api/results.ts";
import type { Call } from "./operations.ts";
import type { PathId } from "./requests.ts";

/** A list, or a page of it; either part may be given alone. */
export interface PageOfRelated {
  /** From 1; 1 unless given. */
  readonly pageNo?: number;
  /** How many entries a page has. */
  readonly pageSize?: number;
  /** Part of the name. */
  readonly search?: string;
}

/** One repository, by its name. */
interface ByName {
  /** Name of the repository. */
  readonly repositoryName: PathId;
}

/** One repository, by its id. */
interface ById {
  /** Id of the repository. */
  readonly repositoryId: PathId;
}

/** The operations of SourceCommit. They reject with a `ServiceError` and nothing else. */
export interface SourceCommitClient {
  /** Lists repositories. */
  readonly getRepositories: Call<PageOfRelated, { total?: number | undefined; repository: results.ListedResult[] }>;
  /** Creates a repository; its id is learnt by its name, which may take a moment. Never sent blindly again. */
  readonly createRepository: Call<{ readonly body: requests.NewRepository }, true>;
  /** Gets a repository by its name. */
  readonly getRepository: Call<ByName, results.RepositoryResult>;
  /** Edits a repository by its name. */
  readonly changeRepositoryByName: Call<ByName & { readonly body: requests.RepositoryContent }, true>;
  /** Deletes a repository by its name, with its history. */
  readonly deleteRepositoryByName: Call<ByName, true>;
  /** Lists the branches of a repository. */
  readonly getBranches: Call<ByName, results.BranchesResult>;
  /** Chooses the default branch of a repository. */
  readonly setDefaultBranch: Call<ByName & { readonly body: { default: string } }, true>;
  /** Lists the tags of a repository. */
  readonly getTags: Call<ByName, { tag: string[] }>;
  /** Gets a repository. */
  readonly getRepositoryById: Call<ById, results.RepositoryResult>;
  /** Edits a repository. */
  readonly changeRepository: Call<ById & { readonly body: requests.RepositoryContent }, true>;
  /** Deletes a repository, with its history. */
  readonly deleteRepository: Call<ById, true>;
}
