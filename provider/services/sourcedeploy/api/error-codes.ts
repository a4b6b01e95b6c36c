/**
 * Codes of SourceDeploy, numbers on the wire. That of a scenario of the wrong shape was recorded; the rest follows the
 * pattern (reference section 1.4 of the related services).
 */
export const serviceErrors = {
  invalid: { code: 330400, message: "invalid request" },
  notFound: { code: 330404, message: "deploy project or stage not found" },
  duplicateName: { code: 330405, message: "name is already in use" },
  conflict: { code: 330409, message: "not possible in the present state" },
  wrongShape: { code: 330900, message: "unknown" },
} as const;
