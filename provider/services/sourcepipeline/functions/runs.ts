import type { Run } from "../pipeline-run/run.ts";
import { runOf, runTaskOf } from "../pipeline-run/run.ts";
import type { Ask } from "./lookup-account.ts";
import type { RunDetails, GetRunsArgs, GetRunArgs } from "./run-types.ts";

export const runs: Ask<GetRunsArgs, Run[]> = async ({ client, options }, { pipelineId }) => {
  const { historyList } = await client.getProjectHistories({ projectId: pipelineId }, options);
  return historyList.map((history) => runOf(history, Number(pipelineId)));
};

export const run: Ask<GetRunArgs, RunDetails> = async ({ client, options }, { pipelineId, id }) => {
  const { history } = await client.getProjectHistory({ projectId: pipelineId, historyId: id }, options);
  return { ...runOf(history, Number(pipelineId)), tasks: history.tasks.map(runTaskOf) };
};
