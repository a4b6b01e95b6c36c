/**
 * Codes of SourceBuild, numbers on the wire. That of a repository that cannot be resolved was seen by others; the rest
 * follows the pattern (reference section 1.4 of the related services).
 */
export const serviceErrors = {
  invalid: { code: 320400, message: "invalid request" },
  projectNotFound: { code: 320404, message: "build project not found" },
  duplicateName: { code: 320405, message: "build project name is already in use" },
  conflict: { code: 320409, message: "not possible in the present state" },
  repositoryUnresolved: { code: 320610, message: "the repository cannot be resolved" },
} as const;
