import type { Facts } from "../../provider/services/sourcepipeline/pipeline/check-pipeline.ts";
import { knownRecord } from "../../provider/core/validation/partial.ts";
import { withoutSilenced } from "../../provider/core/validation/silence.ts";
import { createZoneOffsets } from "../../provider/core/validation/schedule/zone-offsets.ts";
import { checkSchedules } from "../../provider/services/sourcepipeline/pipeline/schedule/check-schedules.ts";
import { checkRepeatedTriggers } from "../../provider/services/sourcepipeline/pipeline/triggers/check-repeated-triggers.ts";
import { readDataFiles } from "../../sdk/files/read-data-files.ts";
import type { CheckedPipeline } from "./check-report.ts";

/** Checks the data files of a folder, one pipeline each, as far as that is possible without their account. */
export function checkDataFiles(folder: string, { now, offsets = createZoneOffsets() }: Facts): CheckedPipeline[] {
  return readDataFiles(folder).map(({ path, value, problems }) => {
    const all = [...problems, ...checkSchedules(value, offsets, now), ...checkRepeatedTriggers(value)];
    return { subject: path, problems: withoutSilenced(all, knownRecord(value)["silence"]) };
  });
}
