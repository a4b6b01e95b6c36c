import { checkGraph } from "./tasks/check-graph.ts";
import { checkRepeatedTriggers } from "./triggers/check-repeated-triggers.ts";
import { parsePipeline } from "./parse-pipeline.ts";
import type { Problem } from "../../../core/validation/problem.ts";
import type { Parsed } from "../../../core/validation/shape/field.ts";
import { checkSchedules } from "./schedule/check-schedules.ts";
import { createZoneOffsets, type ZoneOffsets } from "../../../core/validation/schedule/zone-offsets.ts";

/** What the rules need to know beside the pipeline. */
export interface Facts {
  /** Milliseconds since 1970. */
  now: number;
  /** Shared by the checks of many pipelines, it spares each of them a start. */
  offsets?: ZoneOffsets;
}

/**
 * Finds everything that is wrong with a pipeline as far as that can be determined without its account: shape, task graph and
 * schedules, all at once. What is unknown is skipped.
 *
 * @param inputs what a program says, with `unknownValue` for what is unknown
 * @example checkPipeline({ name: "shop", tasks: [] }, { now }) // [{ code: "NCSP103", path: "tasks", … }]
 */
export const checkPipeline = (inputs: unknown, facts: Facts): Problem[] => checkParsed(parsePipeline(inputs), facts);

/** The same for a pipeline that has been brought into canonical form already. */
export function checkParsed({ value, problems }: Parsed, { now, offsets = createZoneOffsets() }: Facts): Problem[] {
  return [...problems, ...checkGraph(value), ...checkSchedules(value, offsets, now), ...checkRepeatedTriggers(value)];
}
