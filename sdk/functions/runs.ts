import type { Output } from "@pulumi/pulumi";
import type {
  RunDetails,
  GetRunsArgs,
  GetRunArgs,
} from "../../provider/services/sourcepipeline/functions/run-types.ts";
import { runs, run } from "../../provider/services/sourcepipeline/functions/runs.ts";
import type { Run } from "../../provider/services/sourcepipeline/pipeline-run/run.ts";
import type { Inputs } from "../inputs.ts";
import type { LookupOptions, LookupOutputOptions } from "./lookup-options.ts";
import { lookUp, lookUpOutput } from "./lookup.ts";

export type {
  RunDetails,
  GetRunsArgs,
  GetRunArgs,
} from "../../provider/services/sourcepipeline/functions/run-types.ts";

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
