import type { Id, PipelineInputs, ResolvedTarget } from "../pipeline/pipeline.ts";

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
