/*
 * The names alone: types that programs see are made of them, and lead to no schemas.
 */

/** Names of the operations of SourceBuild, as the vendor's SDK has them, in the order of the table of operations. */
export const operationNames = [
  "getProjects",
  "createProject",
  "getProject",
  "changeProject",
  "deleteProject",
  "startBuild",
  "cancelBuild",
  "getBuildHistory",
  "getEnvCompute",
  "getEnvOs",
  "getEnvRuntime",
  "getEnvRuntimeVersion",
  "getEnvDocker",
  "getContainerRegistry",
  "getObjectstorageBucket",
  "getSourcecommitRepositories",
  "getSourcecommitRepositoryBranches",
] as const;

/** The name of an operation of SourceBuild. */
export type OperationName = (typeof operationNames)[number];
