import type { Id } from "../pipeline/pipeline.ts";
import type { Run, RunTask } from "../pipeline-run/run.ts";
import { runOf, runTaskOf } from "../pipeline-run/run.ts";
import type { Ask } from "./lookup-account.ts";

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

export const runs: Ask<GetRunsArgs, Run[]> = async ({ client, options }, { pipelineId }) => {
  const { historyList } = await client.getProjectHistories({ projectId: pipelineId }, options);
  return historyList.map((history) => runOf(history, Number(pipelineId)));
};

export const run: Ask<GetRunArgs, RunDetails> = async ({ client, options }, { pipelineId, id }) => {
  const { history } = await client.getProjectHistory({ projectId: pipelineId, historyId: id }, options);
  return { ...runOf(history, Number(pipelineId)), tasks: history.tasks.map(runTaskOf) };
};
