/* The entry `pulumi-ncloud-sourcepipeline/client`: the signed client, without the Pulumi SDK. */

export { createClient } from "./create-client.ts";
export { listAll, pagesOf } from "./lists.ts";
export { RunStartError, startRun } from "./start-run.ts";
export { listAllOf } from "./related-lists.ts";
export { RunWaitError, waitForRun } from "./wait-for-run.ts";
export type { ClientOptions, ServiceClients } from "./create-client.ts";
export type { RelatedListRequest, RelatedLists } from "./related-lists.ts";
export type { ItemOf, ListItems, ListName, ListRequest } from "./lists.ts";
export type { Call, CallOptions, Client } from "./operations.ts";
export type { StartedRun, StartOptions } from "./start-run.ts";
export type { SourceBuildClient } from "./source-build.ts";
export type { PageOfRelated, SourceCommitClient } from "./source-commit.ts";
export type { SourceDeployClient } from "./source-deploy.ts";
export type {
  NewBuildProject,
  BuildProjectChange,
  BuildContent,
  BuildSource,
  Identified,
  BuildEnvironment,
  BuildEnvironmentOptions,
  EnvironmentVariable,
  BuildPlatform,
  BuildCommands,
  DockerBuild,
  BuildArtifact,
  BuildCache,
  BuildLinks,
} from "../../provider/services/sourcebuild/api/requests.ts";
export type {
  BuildProjectsResult,
  BuildProjectIdentity,
  BuildProjectDetail,
  BuildSourceDetail,
  BuildSourceConfigDetail,
  NamedDetail,
  BuildEnvironmentDetail,
  BuildPlatformDetail,
  OperatingSystemDetail,
  RuntimeDetail,
  BuildCommandsDetail,
  BuildImageDetail,
  DockerBuildDetail,
  BuildArtifactDetail,
  LastBuildResult,
  StartedBuildResult,
  BuildHistoryResult,
  BuildResult,
  AllowedResult,
  RegistryResult,
  BucketResult,
} from "../../provider/services/sourcebuild/api/results.ts";
export type {
  RepositoryContent,
  RepositoryLinks,
  NewRepository,
} from "../../provider/services/sourcecommit/api/requests.ts";
export type {
  ListedResult,
  CreatedResult,
  RepositoryResult,
  RepositoryAddresses,
  BranchesResult,
} from "../../provider/services/sourcecommit/api/results.ts";
export type {
  NewDeployProject,
  StageTarget,
  NewStage,
  StageChange,
  NewScenario,
  ScenarioChange,
  ScenarioConfig,
  ScenarioFile,
  ScenarioCommand,
  ScenarioPath,
  ScenarioManifest,
  CanaryConfig,
  CanaryMetric,
} from "../../provider/services/sourcedeploy/api/requests.ts";
export type {
  DeployIdentity,
  StageResult,
  StageConfigResult,
  ScenarioResult,
  ScenarioConfigResult,
  ScenarioFileResult,
  ScenarioCommandsResult,
  LoadBalancerResult,
  ManifestResult,
  CanaryConfigResult,
  CanaryMetricResult,
  DeploymentResult,
  DeploymentDetail,
  DeploymentConfigResult,
  DeploymentTargetResult,
  DeploymentPhases,
  AutoscalingGroupResult,
  AllowedIdentity,
} from "../../provider/services/sourcedeploy/api/results.ts";
export type { RunAddress, WaitOptions } from "./wait-for-run.ts";
export type {
  RunOutcome,
  RunStatus,
  TaskChange,
  TaskOutcome,
} from "../../provider/services/sourcepipeline/pipeline-run/run.ts";
export * from "../service-errors.ts";
export type {
  BuildTaskRequest,
  DeployTaskRequest,
  NewProject,
  PageRequest,
  PathId,
  ProjectContent,
  ScheduleRequest,
  SearchRequest,
  TargetRequest,
  TaskRequest,
  TriggerRequest,
} from "./requests.ts";
export type {
  BuildProjectResult,
  BuildSourceResult,
  DeployScenarioResult,
  DeploySourceResult,
  HistoryDetailResult,
  HistoryEntryResult,
  HistoryResult,
  HistoryTaskResult,
  IdentifiedResult,
  ProjectResult,
  TargetInfoResult,
  TargetResult,
  TaskConfigResult,
  TaskResult,
  TriggerResult,
} from "./results.ts";
