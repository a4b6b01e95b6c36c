export type { DeclareOptions } from "./declare-pipelines.ts";
export { declarePipelines } from "./declare-pipelines.ts";
export type {
  BuildTaskData,
  DeployTaskData,
  PipelineData,
  PipelineTriggerData,
  TaskData,
  TriggersData,
} from "./pipeline-data.ts";
export { readPipelines } from "./read-pipelines.ts";
