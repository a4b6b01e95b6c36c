import {
  operationNames,
  type OperationName as PipelineOperationName,
} from "../../provider/services/sourcepipeline/api/operation-names.ts";

/**
 * The operations of the related services, with the service in front. Written out, because the declarations of a program
 * know no types that are put together.
 */
const relatedOperationNames = [
  "sourcecommit.getRepositories",
  "sourcecommit.createRepository",
  "sourcecommit.getRepository",
  "sourcecommit.changeRepositoryByName",
  "sourcecommit.deleteRepositoryByName",
  "sourcecommit.getBranches",
  "sourcecommit.setDefaultBranch",
  "sourcecommit.getTags",
  "sourcecommit.getRepositoryById",
  "sourcecommit.changeRepository",
  "sourcecommit.deleteRepository",
  "sourcebuild.getProjects",
  "sourcebuild.createProject",
  "sourcebuild.getProject",
  "sourcebuild.changeProject",
  "sourcebuild.deleteProject",
  "sourcebuild.startBuild",
  "sourcebuild.cancelBuild",
  "sourcebuild.getBuildHistory",
  "sourcebuild.getEnvCompute",
  "sourcebuild.getEnvOs",
  "sourcebuild.getEnvRuntime",
  "sourcebuild.getEnvRuntimeVersion",
  "sourcebuild.getEnvDocker",
  "sourcebuild.getContainerRegistry",
  "sourcebuild.getObjectstorageBucket",
  "sourcebuild.getSourcecommitRepositories",
  "sourcebuild.getSourcecommitRepositoryBranches",
  "sourcedeploy.getProjects",
  "sourcedeploy.createProject",
  "sourcedeploy.deleteProject",
  "sourcedeploy.getStages",
  "sourcedeploy.createStage",
  "sourcedeploy.getStage",
  "sourcedeploy.changeStage",
  "sourcedeploy.deleteStage",
  "sourcedeploy.getScenarios",
  "sourcedeploy.createScenario",
  "sourcedeploy.getScenario",
  "sourcedeploy.changeScenario",
  "sourcedeploy.deleteScenario",
  "sourcedeploy.deploy",
  "sourcedeploy.deployRequest",
  "sourcedeploy.getHistories",
  "sourcedeploy.getHistory",
  "sourcedeploy.cancelDeploy",
  "sourcedeploy.acceptDeployApproval",
  "sourcedeploy.rejectDeployApproval",
  "sourcedeploy.acceptDeployCanary",
  "sourcedeploy.rejectDeployCanary",
  "sourcedeploy.getCanaryReportEndtime",
  "sourcedeploy.getCanaryReport",
  "sourcedeploy.getServers",
  "sourcedeploy.getAutoscalingGroups",
  "sourcedeploy.getAutoscalingGroupTargetGroup",
  "sourcedeploy.getKubernetesClusters",
  "sourcedeploy.getObjectstorageBuckets",
  "sourcedeploy.getObjectstorageObjects",
  "sourcedeploy.getSourcebuildProjects",
  "sourcedeploy.getSourcecommitRepositories",
  "sourcedeploy.getSourceCommitBranches",
] as const;

/** The name of an operation that the emulator serves: plain of SourcePipeline, with the service in front of the others. */
export type OperationName = PipelineOperationName | (typeof relatedOperationNames)[number];

/** All of them. */
export const emulatedOperationNames: readonly OperationName[] = [...operationNames, ...relatedOperationNames];
