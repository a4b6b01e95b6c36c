/**
 * Codes of SourceCommit, numbers on the wire. That of a missing repository was recorded, that of a taken name is handled
 * by others; the rest follows the pattern (reference section 1.4 of the related services).
 */
export const serviceErrors = {
  invalid: { code: 310400, message: "invalid request" },
  repositoryNotFound: { code: 310404, message: "repository not found" },
  duplicateName: { code: 310405, message: "repository name is already in use" },
  conflict: { code: 310409, message: "not possible in the present state" },
} as const;
