import type { Id } from "../pipeline/pipeline.ts";
import type { Run, RunTask } from "../pipeline-run/run.ts";

/** A run with its tasks. */
export interface RunDetails extends Run {
  /** Its tasks, as far as the service reports them. */
  tasks: RunTask[];
}

/** The runs of which pipeline. */
export interface GetRunsArgs {
  /** Id of the pipeline. */
  pipelineId: Id;
}

/** Which run of which pipeline. */
export interface GetRunArgs {
  /** Id of the pipeline. */
  pipelineId: Id;
  /** Id of the run. */
  id: Id;
}
