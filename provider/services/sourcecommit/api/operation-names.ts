/*
 * The names alone: types that programs see are made of them, and lead to no schemas.
 */

/** Names of the operations of SourceCommit, as the vendor's SDK has them, in the order of the table of operations. */
export const operationNames = [
  "getRepositories",
  "createRepository",
  "getRepository",
  "changeRepositoryByName",
  "deleteRepositoryByName",
  "getBranches",
  "setDefaultBranch",
  "getTags",
  "getRepositoryById",
  "changeRepository",
  "deleteRepository",
] as const;

/** The name of an operation of SourceCommit. */
export type OperationName = (typeof operationNames)[number];
