import type { Output } from "@pulumi/pulumi";
import type { Id } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import type { Run, RunTask } from "../../provider/services/sourcepipeline/pipeline-run/run.ts";
import { runOf, runTaskOf } from "../../provider/services/sourcepipeline/pipeline-run/run.ts";
import type { Inputs } from "../inputs.ts";
import type { Ask } from "./lookup.ts";
import type { LookupOptions, LookupOutputOptions } from "./lookup-options.ts";
import { lookUp, lookUpOutput } from "./lookup.ts";

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

const runs: Ask<GetRunsArgs, Run[]> = async ({ client, options }, { pipelineId }) => {
  const { historyList } = await client.getProjectHistories({ projectId: pipelineId }, options);
  return historyList.map((history) => runOf(history, Number(pipelineId)));
};

const run: Ask<GetRunArgs, RunDetails> = async ({ client, options }, { pipelineId, id }) => {
  const { history } = await client.getProjectHistory({ projectId: pipelineId, historyId: id }, options);
  return { ...runOf(history, Number(pipelineId)), tasks: history.tasks.map(runTaskOf) };
};

/**
 * The runs of a pipeline, in the service's order (newest first, as far as is known).
 *
 * @example const runs = await ncloud.getRuns({ pipelineId: 1234 });
 */
export const getRuns = (args: GetRunsArgs, options?: LookupOptions): Promise<Run[]> =>
  lookUp("getRuns", runs, args, options);

/** {@link getRuns} for outputs. */
export const getRunsOutput = (args: Inputs<GetRunsArgs>, options?: LookupOutputOptions): Output<Run[]> =>
  lookUpOutput("getRuns", runs, args, options);

/**
 * One run of a pipeline, with its tasks.
 *
 * @example const run = await ncloud.getRun({ pipelineId: 1234, id: 54001 });
 */
export const getRun = (args: GetRunArgs, options?: LookupOptions): Promise<RunDetails> =>
  lookUp("getRun", run, args, options);

/** {@link getRun} for outputs. */
export const getRunOutput = (args: Inputs<GetRunArgs>, options?: LookupOutputOptions): Output<RunDetails> =>
  lookUpOutput("getRun", run, args, options);
