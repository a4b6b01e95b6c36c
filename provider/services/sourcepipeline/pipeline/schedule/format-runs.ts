import { ianaName } from "../../../../core/validation/schedule/zones.ts";
import { dayLength, dayOfWeek } from "../../../../core/validation/schedule/local-time.ts";
import type { NextRun } from "./next-runs.ts";
import type { ZoneOffsets } from "../../../../core/validation/schedule/zone-offsets.ts";

/**
 * The next runs as a line, each in its schedule's zone and in the user's where that shows another time.
 *
 * @param userZone IANA name
 * @example formatRuns(runs, "Europe/Berlin", offsets)
 * // "Next runs: Mon 2026-11-30 09:00 Asia/Seoul (Mon 2026-11-30 01:00 Europe/Berlin)"
 */
export function formatRuns(runs: readonly NextRun[], userZone: string, offsets: ZoneOffsets): string {
  if (runs.length === 0) return "";
  const texts = runs.map(({ at, schedule }) => {
    const zone = ianaName(schedule.timeZone);
    const there = clockText(at, zone, offsets);
    const here = clockText(at, userZone, offsets);
    const condition = schedule.onlyWithChange === true ? ", if something changed" : "";
    return `${there} ${zone}${there === here || here === "" ? "" : ` (${here} ${userZone})`}${condition}`;
  });
  return `Next runs: ${texts.join("; ")}`;
}

/** What a zone's clocks show at an instant: "Mon 2026-11-30 09:00"; nothing for an unknown zone. */
function clockText(instant: number, zone: string, offsets: ZoneOffsets): string {
  const offset = offsets(zone, instant);
  if (offset === undefined) return "";
  const local = instant + offset;
  const [head = "", ...tail] = dayOfWeek(Math.floor(local / dayLength)).toLowerCase();
  return `${head.toUpperCase()}${tail.join("")} ${new Date(local).toISOString().slice(0, 16).replace("T", " ")}`;
}
