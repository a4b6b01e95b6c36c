/**
 * The limits of a build project (reference section 3.2 of the related services): those of the pages, and the vendor's
 * Terraform provider's where they say nothing. Kept apart from the schemas so that rules need no schema library.
 */
export const limits = {
  projectName: { minimum: 1, maximum: 80, pattern: /^[A-Za-z0-9_-]+$/ },
  description: { maximum: 500 },
  /** Minutes. */
  timeout: { minimum: 5, maximum: 540 },
  variableName: { pattern: /^[A-Za-z0-9_]+$/ },
  tag: { minimum: 1, maximum: 80, pattern: /^[A-Za-z0-9_#][A-Za-z0-9_#.-]*$/ },
  image: { minimum: 1, maximum: 200, pattern: /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*$/ },
} as const;

/** The only kind of source that can be written; others are read. */
export const sourceType = "SourceCommit";

/** What a build can be said to be; the last three are its ends. */
export const buildStatuses = ["prepare", "upload", "success", "fail", "canceled"] as const;
export type BuildStatus = (typeof buildStatuses)[number];
