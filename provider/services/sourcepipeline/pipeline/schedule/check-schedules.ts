import { type Problem, problem } from "../../../../core/validation/problem.ts";
import { checkClockChanges } from "./check-clock-changes.ts";
import { type ReadableSchedule, readSchedules } from "./read-schedules.ts";
import { canonicalZone } from "../../../../core/validation/schedule/zones.ts";
import type { ZoneOffsets } from "../../../../core/validation/schedule/zone-offsets.ts";
import { rules } from "../rules/catalogue.ts";

/**
 * Finds schedules that start a pipeline twice, and times that daylight saving time (DST) skips or repeats within a year.
 *
 * @param inputs a pipeline in canonical form, of which any part may be unknown or wrong
 * @param now milliseconds since 1970
 */
export function checkSchedules(inputs: unknown, offsets: ZoneOffsets, now: number): Problem[] {
  const schedules = readSchedules(inputs);
  return [...overlaps(schedules), ...checkClockChanges(schedules, offsets, now)];
}

function overlaps(schedules: readonly ReadableSchedule[]): Problem[] {
  const first = new Map<string, ReadableSchedule>();
  return schedules.flatMap((schedule) => {
    const { path, days, time, zone } = schedule;
    const keys = days.map((day) => JSON.stringify([day, time, canonicalZone(zone)]));
    const taken = days.filter((_, index) => first.has(keys[index] ?? ""));
    const other = keys.map((key) => first.get(key)).find((earlier) => earlier !== undefined);
    for (const key of keys) if (!first.has(key)) first.set(key, schedule);
    if (other === undefined) return [];
    const what = `${other.path} already starts the pipeline at ${time} in ${zone} on ${taken.join(", ")}.`;
    return [problem(rules.NCSP204, path, what)];
  });
}
