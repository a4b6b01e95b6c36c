/**
 * The codes of the errors that programs meet; they never change. Always texts: of a number the engine's protocol would
 * think that it is a status of its own.
 */
export const publicCodes = {
  authentication: "NCLOUD_AUTHENTICATION",
  permission: "NCLOUD_PERMISSION",
  notFound: "NCLOUD_NOT_FOUND",
  conflict: "NCLOUD_CONFLICT",
  validation: "NCLOUD_VALIDATION",
  throttling: "NCLOUD_THROTTLING",
  server: "NCLOUD_SERVER",
  network: "NCLOUD_NETWORK",
  unexpectedResponse: "NCLOUD_UNEXPECTED_RESPONSE",
  /** What was waited for did not end in time. */
  timeout: "NCLOUD_TIMEOUT",
  /** The caller ended a wait. */
  aborted: "NCLOUD_ABORTED",
  /** A change was sent, and nobody can say whether it was made. */
  unconfirmed: "NCLOUD_UNCONFIRMED",
  /** A name that stands for nothing, or for more than one thing. */
  lookup: "NCLOUD_LOOKUP",
  /** A key that is missing, or a setting that is not known. */
  configuration: "NCLOUD_CONFIGURATION",
  /** Mistakes in the program's own arguments. */
  program: "NCLOUD_PROGRAM",
} as const;

/** A code of an error of this package. */
export type ErrorCode = (typeof publicCodes)[keyof typeof publicCodes];
