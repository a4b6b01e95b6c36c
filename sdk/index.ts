export * from "./builders/index.ts";
export * from "./files/index.ts";
export * from "./errors.ts";
export * from "./functions/index.ts";
export type { Inputs } from "./inputs.ts";
export { Pipeline } from "./pipeline.ts";
export type { PipelineArgs, SilenceArgs } from "./pipeline.ts";
export { PipelineRun } from "./pipeline-run.ts";
export type { PipelineRunArgs, PipelineRunTask } from "./pipeline-run.ts";
export { Provider } from "./provider.ts";
export type { ProviderArgs } from "./provider.ts";
export type {
  Day,
  Id,
  PipelineInputs,
  PipelineTrigger,
  RepositoryTrigger,
  ResolvedTarget,
  ScheduleTrigger,
  SourceBuildTask,
  SourceDeployTask,
  Task,
  TaskBase,
  Triggers,
} from "../provider/services/sourcepipeline/pipeline/pipeline.ts";
export type { Run, RunState, RunTask } from "../provider/services/sourcepipeline/pipeline-run/run.ts";
export type { WarningCode } from "../provider/services/sourcepipeline/pipeline/rules/catalogue.ts";
