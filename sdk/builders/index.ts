export * from "./schedules.ts";
export type {
  NamedTask,
  SourceBuildTaskArgs,
  SourceDeployTaskArgs,
  TaskArgs,
  TaskArgsBase,
  TaskLink,
} from "./task-args.ts";
export * from "./tasks.ts";
export type {
  PipelineLink,
  PipelineTriggerArgs,
  RepositoryTriggerArgs,
  ScheduleTriggerArgs,
  TriggersArgs,
} from "./trigger-args.ts";
