import type { ZoneOffsets } from "./zone-offsets.ts";

/** An instant at which a zone's clocks are put forward or back. */
export interface ClockChange {
  /** Milliseconds since 1970. */
  at: number;
  /** Offsets before and from then on, in milliseconds. */
  before: number;
  after: number;
}

/**
 * When clocks of a zone change between two instants. No zone puts its clocks forward and back within a week, so a
 * reading for each week, and a search by halves between two that differ, find all.
 *
 * @example clockChanges("Europe/Berlin", Date.UTC(2026, 0), Date.UTC(2027, 0), offsets) // in March and in October
 */
export function clockChanges(zone: string, from: number, to: number, offsets: ZoneOffsets): ClockChange[] {
  const changes: ClockChange[] = [];
  for (let start = from; start < to; start += week) {
    const end = Math.min(start + week, to);
    const [before, after] = [offsets(zone, start), offsets(zone, end)];
    if (before === undefined || after === undefined) return [];
    if (before !== after) changes.push({ at: findChange(zone, start, end, offsets), before, after });
  }
  return changes;
}

const week = 7 * 86_400_000;

/** The first instant, to the second, with another offset than the start. */
function findChange(zone: string, start: number, end: number, offsets: ZoneOffsets): number {
  const before = offsets(zone, start);
  let [same, other] = [Math.floor(start / 1000), Math.ceil(end / 1000)];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsets(zone, middle * 1000) === before) same = middle;
    else other = middle;
  }
  return other * 1000;
}
