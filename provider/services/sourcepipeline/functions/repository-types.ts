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
