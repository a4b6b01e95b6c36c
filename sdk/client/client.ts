/* The entry `pulumi-ncloud-sourcepipeline/client`: the signed client, without the Pulumi SDK. */

export { createClient } from "./create-client.ts";
export { listAll, pagesOf } from "./lists.ts";
export { RunStartError, startRun } from "./start-run.ts";
export { RunWaitError, waitForRun } from "./wait-for-run.ts";
export type { ClientOptions, ServiceClients } from "./create-client.ts";
export type { ItemOf, ListItems, ListName, ListRequest } from "./lists.ts";
export type { Call, CallOptions, Client } from "./operations.ts";
export type { StartedRun, StartOptions } from "./start-run.ts";
export type { SourceBuildClient } from "./source-build.ts";
export type { PageOfRelated, SourceCommitClient } from "./source-commit.ts";
export type { SourceDeployClient } from "./source-deploy.ts";
export * from "../../provider/services/sourcebuild/api/requests.ts";
export * from "../../provider/services/sourcebuild/api/results.ts";
export * from "../../provider/services/sourcecommit/api/requests.ts";
export * from "../../provider/services/sourcecommit/api/results.ts";
export * from "../../provider/services/sourcedeploy/api/requests.ts";
export * from "../../provider/services/sourcedeploy/api/results.ts";
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
