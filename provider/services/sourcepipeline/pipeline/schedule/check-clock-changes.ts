import { type Problem, problem } from "../../../../core/validation/problem.ts";
import { type ClockChange, clockChanges } from "../../../../core/validation/schedule/clock-changes.ts";
import { dayLength, dayOfWeek, timeOfDay } from "../../../../core/validation/schedule/local-time.ts";
import type { ReadableSchedule } from "./read-schedules.ts";
import type { ZoneOffsets } from "../../../../core/validation/schedule/zone-offsets.ts";
import { rules } from "../rules/catalogue.ts";

const year = 366 * dayLength;

/**
 * Finds times of schedules that daylight saving time (DST) will skip or repeat within a year; the first of each kind is
 * reported.
 */
export function checkClockChanges(
  schedules: readonly ReadableSchedule[],
  offsets: ZoneOffsets,
  now: number,
): Problem[] {
  const changes = new Map<string, ClockChange[]>();
  return schedules.flatMap((schedule) => {
    const inZone = changes.get(schedule.zone) ?? changesFrom(schedule.zone, now, offsets);
    changes.set(schedule.zone, inZone);
    const skipped = firstHit(schedule, inZone, ({ at, before, after }) => [at + before, at + after]);
    const repeated = firstHit(schedule, inZone, ({ at, before, after }) => [at + after, at + before]);
    return [
      ...(skipped ? [skippedProblem(schedule, skipped)] : []),
      ...(repeated ? [repeatedProblem(schedule, repeated)] : []),
    ];
  });
}

/** The changes of a year. The search begins with the day, so that it reads the same instants for every pipeline. */
function changesFrom(zone: string, now: number, offsets: ZoneOffsets): ClockChange[] {
  const today = Math.floor(now / dayLength) * dayLength;
  return clockChanges(zone, today, today + year, offsets).filter(({ at }) => at > now);
}

/** A time of a schedule in a stretch of local time that is skipped or repeated, and the stretch. */
interface Hit {
  local: number;
  from: number;
  to: number;
}

function firstHit(
  { days, time }: ReadableSchedule,
  changes: readonly ClockChange[],
  stretch: (change: ClockChange) => readonly [from: number, to: number],
): Hit | undefined {
  for (const change of changes) {
    const [from, to] = stretch(change);
    for (let day = Math.floor(from / dayLength); day * dayLength < to; day += 1) {
      const local = day * dayLength + timeOfDay(time);
      if (local >= from && local < to && days.includes(dayOfWeek(day))) return { local, from, to };
    }
  }
  return undefined;
}

function skippedProblem({ path, time, zone }: ReadableSchedule, { local, from, to }: Hit): Problem {
  const what = `${time} does not exist on ${dateText(local)} in ${zone}: daylight saving time (DST) changes, and clocks go from ${timeText(from)} to ${timeText(to)}.`;
  return problem(rules.NCSP206, `${path}.time`, what);
}

function repeatedProblem({ path, time, zone }: ReadableSchedule, { local, from, to }: Hit): Problem {
  const what = `${time} occurs twice on ${dateText(local)} in ${zone}: daylight saving time (DST) changes, and clocks go back from ${timeText(to)} to ${timeText(from)}.`;
  return problem(rules.NCSP207, `${path}.time`, what);
}

const dateText = (local: number): string => new Date(local).toISOString().slice(0, 10);
const timeText = (local: number): string => new Date(local).toISOString().slice(11, 16);
