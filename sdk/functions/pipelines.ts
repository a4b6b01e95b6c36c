import type { Output } from "@pulumi/pulumi";
import type {
  PipelineSummary,
  PipelineDetails,
  GetPipelinesArgs,
  GetPipelineArgs,
} from "../../provider/services/sourcepipeline/functions/pipeline-types.ts";
import { pipelines, pipeline } from "../../provider/services/sourcepipeline/functions/pipelines.ts";
import type { Inputs } from "../inputs.ts";
import type { LookupOptions, LookupOutputOptions } from "./lookup-options.ts";
import { lookUp, lookUpOutput } from "./lookup.ts";

export type {
  PipelineSummary,
  PipelineDetails,
  GetPipelinesArgs,
  GetPipelineArgs,
} from "../../provider/services/sourcepipeline/functions/pipeline-types.ts";

/**
 * The pipelines of the account.
 *
 * @example const all = await ncloud.getPipelines({ search: "shop" });
 */
export const getPipelines = (args: GetPipelinesArgs = {}, options?: LookupOptions): Promise<PipelineSummary[]> =>
  lookUp("getPipelines", pipelines, args, options);

/** {@link getPipelines} for outputs. */
export const getPipelinesOutput = (
  args: Inputs<GetPipelinesArgs> = {},
  options?: LookupOutputOptions,
): Output<PipelineSummary[]> => lookUpOutput("getPipelines", pipelines, args, options);

/**
 * A pipeline by its name or its id; fails with the nearest names.
 *
 * @example const base = await ncloud.getPipeline({ name: "base" });
 */
export const getPipeline = (args: GetPipelineArgs, options?: LookupOptions): Promise<PipelineDetails> =>
  lookUp("getPipeline", pipeline, args, options);

/** {@link getPipeline} for outputs. */
export const getPipelineOutput = (
  args: Inputs<GetPipelineArgs>,
  options?: LookupOutputOptions,
): Output<PipelineDetails> => lookUpOutput("getPipeline", pipeline, args, options);
