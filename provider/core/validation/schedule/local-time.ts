import type { ZoneOffsets } from "./zone-offsets.ts";

/*
 * Local times are milliseconds since 1970 as if their zone were UTC; a local day is the number of whole days in them.
 */

export const dayLength = 86_400_000;

/** Days of the week, in its order. */
const weekdays = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"] as const;
export type Weekday = (typeof weekdays)[number];

/** Day of the week of a local day; 1970 began on a Thursday. */
export const dayOfWeek = (localDay: number): Weekday => weekdays[(((localDay + 3) % 7) + 7) % 7] ?? "MON";

/**
 * A time of day in milliseconds.
 *
 * @example timeOfDay("03:30") // 12_600_000
 */
export function timeOfDay(time: string): number {
  const [hours, minutes] = time.split(":");
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/**
 * The instants at which a zone's clocks show a local time, in order: none where daylight saving time (DST) skips it, two
 * where it repeats it.
 *
 * @example instantsOf("America/New_York", Date.UTC(2026, 2, 8, 2, 30), offsets) // []
 */
export function instantsOf(zone: string, local: number, offsets: ZoneOffsets): number[] {
  // No zone is a day away from UTC, so one of these lies before and one behind every change that can matter.
  const around = [offsets(zone, local - dayLength), offsets(zone, local + dayLength)];
  const instants = around.flatMap((offset) => (offset === undefined ? [] : [local - offset]));
  return [...new Set(instants)]
    .filter((instant) => instant + (offsets(zone, instant) ?? 0) === local)
    .sort((one, other) => one - other);
}

/**
 * When something starts that is due at a local time: of two instants at the first, and at a skipped time as much later
 * as is skipped. What the service does in these cases is not documented.
 */
export function startAt(zone: string, local: number, offsets: ZoneOffsets): number | undefined {
  const before = offsets(zone, local - dayLength);
  if (before === undefined) return undefined;
  return instantsOf(zone, local, offsets)[0] ?? local - before;
}
