/*
 * The names alone: types that programs see are made of them, and lead to no schemas.
 */

/** Names of the operations of SourceDeploy, as the vendor's SDK has them, in the order of the table of operations. */
export const operationNames = [
  "getProjects",
  "createProject",
  "deleteProject",
  "getStages",
  "createStage",
  "getStage",
  "changeStage",
  "deleteStage",
  "getScenarios",
  "createScenario",
  "getScenario",
  "changeScenario",
  "deleteScenario",
  "deploy",
  "deployRequest",
  "getHistories",
  "getHistory",
  "cancelDeploy",
  "acceptDeployApproval",
  "rejectDeployApproval",
  "acceptDeployCanary",
  "rejectDeployCanary",
  "getCanaryReportEndtime",
  "getCanaryReport",
  "getServers",
  "getAutoscalingGroups",
  "getAutoscalingGroupTargetGroup",
  "getKubernetesClusters",
  "getObjectstorageBuckets",
  "getObjectstorageObjects",
  "getSourcebuildProjects",
  "getSourcecommitRepositories",
  "getSourceCommitBranches",
] as const;

/** The name of an operation of SourceDeploy. */
export type OperationName = (typeof operationNames)[number];
