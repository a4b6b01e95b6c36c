/*
 * What SourceCommit returns, as plain types: in the vendor's own words, with numbers for ids. What its documentation does
 * not promise may be undefined.
 */

/** An entry of a list that says what the key may do with it. */
export interface ListedResult {
  /** The service's id. */
  id: number;
  /** Name, as the console shows it. */
  name: string;
  /** `Allow` or `Deny`. */
  permission?: string | undefined;
  /** What the permission is for: `View/getRepositoryDetail`. */
  actionName?: string | undefined;
}

/** When something was made, and by whom. */
export interface CreatedResult {
  /** Unix time in milliseconds. */
  timestamp?: number | undefined;
  /** Id of who made it. */
  user?: string | undefined;
}

/** A repository. */
export interface RepositoryResult {
  /** The service's id. */
  id: number;
  /** Its name, which cannot be changed. */
  name: string;
  /** Empty without one. */
  description: string;
  /** When it was made. */
  created?: CreatedResult | undefined;
  /** Where Git finds it. */
  git?: RepositoryAddresses | undefined;
  /** Services that look after it. */
  linked: {
    /** Whether File Safer looks at what is pushed. */
    FileSafer: boolean;
    /** Whether large files go to Object Storage. */
    ObjectStorage: boolean;
  };
}

/** Where Git finds a repository. */
export interface RepositoryAddresses {
  /** For everybody. */
  https?: string | undefined;
  /** With a key. */
  ssh?: string | undefined;
  /** From inside the cloud. */
  httpsPrivate?: string | undefined;
}

/** The branches of a repository. */
export interface BranchesResult {
  /** Name of the default branch. */
  default?: string | undefined;
  /** Names of all. */
  branch: string[];
}
