import type { RunInputs } from "../../../provider/services/sourcepipeline/pipeline-run/pipeline-run.ts";

/** What a program says about one run. */
export interface RunSpec {
  /** Name of the resource of the pipeline, or the id of one of somebody else. */
  readonly of: string | number;
  /** Another one is a change of the triggers. */
  readonly edition: number;
  readonly args: Pick<RunInputs, "waitFor" | "ifRunning" | "retryFailed" | "cancelOnInterrupt">;
}

/** One run as the engine keeps it in the state. */
export interface SavedRun {
  /** Name of the resource in the program. */
  readonly resource: string;
  readonly id: string;
  readonly inputs: object;
  readonly outs: object;
  readonly urn: string;
  /** Name of the resource of its pipeline. */
  readonly dependencies: readonly string[];
  /** After a partial failure: the next up calls update, whatever has changed. */
  readonly isUnfinished: boolean;
  /** Replaced, and still to be deleted. */
  readonly isCondemned: boolean;
}

/** The pipeline and the run that an id of the state names. */
export function addressOf({ id }: Pick<SavedRun, "id">): { pipelineId: number; runId: number } {
  const [pipelineId = 0, runId = 0] = id.split(":").map(Number);
  return { pipelineId, runId };
}
