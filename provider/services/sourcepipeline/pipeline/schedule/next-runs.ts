import type { ScheduleTrigger } from "../pipeline.ts";
import { ianaName } from "../../../../core/validation/schedule/zones.ts";
import { dayLength, dayOfWeek, startAt, timeOfDay } from "../../../../core/validation/schedule/local-time.ts";
import type { ZoneOffsets } from "../../../../core/validation/schedule/zone-offsets.ts";

/** A run that a schedule will start. */
export interface NextRun {
  /** Milliseconds since 1970. */
  at: number;
  schedule: ScheduleTrigger;
}

/**
 * The next runs that schedules will start, all schedules together, in order; fewer than asked for only when there is no
 * schedule whose zone is known.
 *
 * @param now milliseconds since 1970; a run at this very instant has started already
 * @example nextRuns([{ days: ["MON"], time: "09:00", timeZone: "Asia/Seoul" }], createZoneOffsets(), now, 3)
 */
export function nextRuns(
  schedules: readonly ScheduleTrigger[],
  offsets: ZoneOffsets,
  now: number,
  count: number,
): NextRun[] {
  return schedules
    .flatMap((schedule) => runsOf(schedule, offsets, now, count))
    .sort((one, other) => one.at - other.at)
    .slice(0, count);
}

function runsOf(schedule: ScheduleTrigger, offsets: ZoneOffsets, now: number, count: number): NextRun[] {
  const zone = ianaName(schedule.timeZone);
  const offset = offsets(zone, now);
  if (offset === undefined || schedule.days.length === 0) return [];

  const time = timeOfDay(schedule.time);
  // A skipped time may start a run on the day after, so the day before counts, too.
  const first = Math.floor((now + offset) / dayLength) - 1;
  const starts = new Set<number>();
  for (let day = first; starts.size < count && day < first + longest(count); day += 1) {
    const start = schedule.days.includes(dayOfWeek(day)) ? startAt(zone, day * dayLength + time, offsets) : undefined;
    if (start !== undefined && start > now) starts.add(start);
  }
  return [...starts].map((at) => ({ at, schedule }));
}

/** Days in which even a schedule of one day a week has been due that often. */
const longest = (count: number): number => (count + 1) * 7;
