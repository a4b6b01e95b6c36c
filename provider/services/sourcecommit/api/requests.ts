/* What SourceCommit is asked, as plain types: in the vendor's own words. */

/** What of a repository can be edited. */
export interface RepositoryContent {
  /** At most 500 bytes. */
  description?: string | null | undefined;
  /** Services that look after the repository; each has to be subscribed to or set up before. */
  linked?: RepositoryLinks | null | undefined;
}

/** Services that look after a repository. */
export interface RepositoryLinks {
  /** Whether File Safer looks at what is pushed; false unless given. */
  FileSafer?: boolean | null | undefined;
  /** Whether large files go to Object Storage; false unless given. */
  ObjectStorage?: boolean | null | undefined;
}

/** A new repository. */
export interface NewRepository extends RepositoryContent {
  /** 1 to 100 of `A-Z a-z 0-9 _ -`. */
  name: string;
}
