import type { OffsetAt } from "./zone-offsets.ts";

const dayLength = 24 * 60 * 60 * 1000;

/**
 * The instant at which clocks of a zone show a local time. A time that clocks skip in spring counts as many minutes
 * later as they skip; of a time that they show twice in autumn the first one counts.
 *
 * @param local the local time as if it were UTC, milliseconds since the epoch.
 * @returns milliseconds since the epoch; undefined for an unknown zone.
 */
export function localInstant(zone: string, local: number, offsetAt: OffsetAt): number | undefined {
  const before = offsetAt(zone, local - dayLength);
  const after = offsetAt(zone, local + dayLength);
  if (before === undefined || after === undefined) return undefined;
  const shown = [local - before, local - after].filter((instant) => instant + (offsetAt(zone, instant) ?? 0) === local);
  return shown.length > 0 ? Math.min(...shown) : local - before;
}
