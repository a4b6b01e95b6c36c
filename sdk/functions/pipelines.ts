import type { Output } from "@pulumi/pulumi";
import { withNameLike } from "../../provider/core/validation/find-by-name.ts";
import type { Id, PipelineInputs, ResolvedTarget } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { additionsOf, fromProject } from "../../provider/services/sourcepipeline/pipeline/wire.ts";
import type { Inputs } from "../inputs.ts";
import type { Ask } from "./lookup.ts";
import type { LookupOptions, LookupOutputOptions } from "./lookup-options.ts";
import { lookUp, lookUpOutput } from "./lookup.ts";

/** A pipeline as the list shows it. */
export interface PipelineSummary {
  /** The service's id. */
  id: number;
  /** Name, unique in the account. */
  name: string;
}

/** A pipeline with everything the service says about it. */
export interface PipelineDetails extends PipelineInputs, PipelineSummary {
  /** The service's ids of the tasks, by the tasks' names. */
  taskIds: Record<string, number>;
  /** What the tasks work on, by the tasks' names. */
  resolvedTargets: Record<string, ResolvedTarget>;
}

/** Which pipelines. */
export interface GetPipelinesArgs {
  /** Part of the name, whatever the case; all without it. */
  search?: string | undefined;
}

/** Which pipeline: by its name or by its id, and by one of the two. */
export type GetPipelineArgs =
  | {
      /** Name of the pipeline, exactly. */
      name: string;
      /** Not beside the name. */
      id?: undefined;
    }
  | {
      /** The service's id, or a Pulumi id. */
      id: Id;
      /** Not beside the id. */
      name?: undefined;
    };

const pipelines: Ask<GetPipelinesArgs, PipelineSummary[]> = async ({ lists, read }, { search }) =>
  withNameLike(await read(lists.pipelines), search);

const pipeline: Ask<GetPipelineArgs, PipelineDetails> = async ({ client, lists, find, options }, { name = "", id }) => {
  const projectId = id ?? (await find(lists.pipelines, name, "pipeline")).id;
  const project = await client.getProject({ projectId }, options);
  return { id: project.id, ...fromProject(project, {}), ...additionsOf(project, {}) };
};

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
