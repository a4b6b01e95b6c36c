/**
 * The documented limits of a repository (reference section 2.2 of the related services). Kept apart from the schemas so
 * that rules need no schema library.
 */
export const limits = {
  repositoryName: { minimum: 1, maximum: 100, pattern: /^[A-Za-z0-9_-]+$/ },
  /** Bytes, not characters. */
  description: { maximumBytes: 500 },
} as const;
