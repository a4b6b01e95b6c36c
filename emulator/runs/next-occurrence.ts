import { timePattern } from "../../provider/services/sourcepipeline/api/limits.ts";
import { zoneNameOf } from "../services/sourcepipeline/time-zones.ts";
import type { Schedule } from "../state/state.ts";

const dayLength = 24 * 60 * 60 * 1000;

/** Names of the days as `Date` counts them. */
const dayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/**
 * The first time after an instant at which a schedule is due, both in milliseconds since the epoch; undefined when it
 * never is, because its zone or its days do not exist.
 */
export function nextOccurrence(schedule: Schedule, after: number, offsetAt: OffsetAt): number | undefined {
  const zone = zoneNameOf(schedule.timeZone);
  const offset = offsetAt(zone, after);
  if (offset === undefined || !timePattern.test(schedule.time)) return undefined;

  // The days are counted in the zone; the one before counts too, because a time that DST skips may move past midnight.
  const today = Math.floor((after + offset) / dayLength);
  for (let day = today - 1; day <= today + 8; day += 1) {
    if (!schedule.day.includes(dayNames[new Date(day * dayLength).getUTCDay()] ?? "")) continue;
    const instant = localInstant(zone, day * dayLength + timeOfDay(schedule.time), offsetAt);
    if (instant !== undefined && instant > after) return instant;
  }
  return undefined;
}

/** `"03:30"` in milliseconds. */
function timeOfDay(time: string): number {
  const [hours, minutes] = time.split(":");
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/**
 * The instant at which clocks of a zone show a local time. A time that daylight saving time (DST) skips counts
 * as many minutes later as it skips; of a time that it repeats the first one counts.
 *
 * @param local the local time as if it were UTC, milliseconds since the epoch.
 * @returns milliseconds since the epoch; undefined for an unknown zone.
 */
function localInstant(zone: string, local: number, offsetAt: OffsetAt): number | undefined {
  const before = offsetAt(zone, local - dayLength);
  const after = offsetAt(zone, local + dayLength);
  if (before === undefined || after === undefined) return undefined;
  const shown = [local - before, local - after].filter((instant) => instant + (offsetAt(zone, instant) ?? 0) === local);
  return shown.length > 0 ? Math.min(...shown) : local - before;
}

/**
 * How far a zone's local time is ahead of UTC at an instant, both in milliseconds; undefined for a zone that the
 * machine does not know.
 */
export type OffsetAt = (zone: string, instant: number) => number | undefined;

/** Looks offsets up in the machine's zone data; formatters are costly and kept. */
export function createOffsets(): OffsetAt {
  const formatters = new Map<string, Intl.DateTimeFormat | undefined>();
  return (zone, instant) => {
    if (!formatters.has(zone)) formatters.set(zone, formatterFor(zone));
    const parts = formatters.get(zone)?.formatToParts(instant);
    return parts && parseOffset(parts.find(({ type }) => type === "timeZoneName")?.value ?? "");
  };
}

function formatterFor(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch {
    return undefined;
  }
}

/** `"GMT+05:30"` in milliseconds; plain `"GMT"` is 0. */
function parseOffset(text: string): number {
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(text) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === "-" ? -size : size;
}
