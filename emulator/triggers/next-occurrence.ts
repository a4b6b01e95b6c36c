import { timePattern } from "../../provider/services/sourcepipeline/api/index.ts";
import { zoneNameOf } from "../world/time-zones.ts";
import type { Schedule } from "../world/world.ts";
import { localInstant } from "./local-instant.ts";
import type { OffsetAt } from "./zone-offsets.ts";

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

  // The days are counted in the zone; the one before counts too, because a skipped time may move past midnight.
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
