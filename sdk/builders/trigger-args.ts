import type { Input } from "@pulumi/pulumi";
import type { Day, Id } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";

/** Starts the pipeline when something is pushed to a branch of a SourceCommit repository. */
export interface RepositoryTriggerArgs {
  /** Name of the repository. */
  readonly name: Input<string>;
  /** Name of the branch. */
  readonly branch: Input<string>;
}

/**
 * Starts the pipeline on days of the week at a time.
 *
 * @example { days: ["MON", "FRI"], time: "03:30", timeZone: "Asia/Seoul", onlyWithChange: true }
 */
export interface ScheduleTriggerArgs {
  /** `MON` to `SUN`, at least one; their order means nothing. */
  readonly days: Input<readonly Input<Day>[]>;
  /** `HH:mm`, 24 hours, in `timeZone`. */
  readonly time: Input<string>;
  /** A zone that `getTimeZones` lists, with its offset or without, by any IANA name that it has. */
  readonly timeZone: Input<string>;
  /** Run only when the pipeline or its repository changed since the last run; `false` unless given. */
  readonly onlyWithChange?: Input<boolean | undefined> | undefined;
}

/** Starts the pipeline when another pipeline has run. */
export interface PipelineTriggerArgs {
  /** Id of the other pipeline. */
  readonly id: Input<Id>;
}

/** What starts the pipeline besides a person; each list is a set, order means nothing. */
export interface TriggersArgs {
  /** Pushes to branches of SourceCommit repositories. */
  readonly repositories?: Input<readonly Input<RepositoryTriggerArgs>[] | undefined> | undefined;
  /** Days and times of the week. */
  readonly schedules?: Input<readonly Input<ScheduleTriggerArgs>[] | undefined> | undefined;
  /** Other pipelines. */
  readonly pipelines?: Input<readonly Input<PipelineTriggerArgs>[] | undefined> | undefined;
}
