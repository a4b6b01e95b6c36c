/*
 * The names alone: types that programs see are made of them, and lead to no schemas.
 */

/** Names of the operations of SourcePipeline, as the vendor's SDK has them, in the order of the table of operations. */
export const operationNames = [
  "createProject",
  "getProjects",
  "getProject",
  "getProjectHistories",
  "getProjectHistory",
  "getTimeZones",
  "changeProject",
  "startProject",
  "cancelProject",
  "deleteProject",
  "getRepositories",
  "getBranches",
  "getBuildProjects",
  "getDeployProjects",
  "getDeployStages",
  "getDeployScenarios",
] as const;

/** The name of an operation of SourcePipeline. */
export type OperationName = (typeof operationNames)[number];
