import type { Input } from "@pulumi/pulumi";
import type {
  Id,
  PipelineTrigger,
  RepositoryTrigger,
  ScheduleTrigger,
  Triggers,
} from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import type { Inputs } from "../inputs.ts";

/*
 * Triggers in a program: what the service's triggers are, of which every part may be an output of another resource.
 */

/** Starts the pipeline when something is pushed to a branch of a SourceCommit repository. */
export type RepositoryTriggerArgs = Inputs<RepositoryTrigger>;

/**
 * Starts the pipeline on days of the week at a time.
 *
 * @example { days: ["MON", "FRI"], time: "03:30", timeZone: "Asia/Seoul", onlyWithChange: true }
 */
export type ScheduleTriggerArgs = Inputs<ScheduleTrigger>;

/** Starts the pipeline when another pipeline has run. */
export type PipelineTriggerArgs = Inputs<PipelineTrigger>;

/** A pipeline that starts another one: an object with its id, the id alone, or the `Pipeline` itself. */
export type PipelineLink = PipelineTriggerArgs | Id;

/** What starts the pipeline besides a person; each list is a set, order means nothing. */
export interface TriggersArgs extends Omit<Inputs<Triggers>, "pipelines"> {
  /**
   * Other pipelines, each as an object with its `id`, by its id alone, or as the `Pipeline` itself.
   *
   * @example [shop, { id: 3101 }]
   */
  pipelines?: Input<readonly Input<PipelineLink>[] | undefined> | undefined;
}
