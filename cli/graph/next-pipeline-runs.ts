import { formatRuns } from "../../provider/services/sourcepipeline/pipeline/schedule/format-runs.ts";
import { nextRuns } from "../../provider/services/sourcepipeline/pipeline/schedule/next-runs.ts";
import type { ZoneOffsets } from "../../provider/core/validation/schedule/zone-offsets.ts";
import type { PipelineGraph } from "./pipeline-graph.ts";

/** When the schedules of a pipeline will start it next. */
export interface PipelineRuns {
  readonly name: string;
  readonly text: string;
}

/** How many runs of a pipeline are told. */
const shown = 3;

/** The next runs of each pipeline that has schedules. */
export function nextPipelineRuns(
  { pipelines }: PipelineGraph,
  { now, zone, offsets }: { now: number; zone: string; offsets: ZoneOffsets },
): PipelineRuns[] {
  return pipelines.flatMap(({ name, triggers: { schedules = [] } }) => {
    const text = formatRuns(nextRuns(schedules, offsets, now, shown), zone, offsets);
    return text === "" ? [] : [{ name, text: text.replace(/^Next runs: /, "") }];
  });
}
