import { readFileSync } from "node:fs";
import { expect } from "chai";
import fc from "fast-check";
import { DateTime } from "luxon";
import { days } from "../../../provider/services/sourcepipeline/api/limits.ts";
import { checkSchedules } from "../../../provider/services/sourcepipeline/pipeline/schedule/check-schedules.ts";
import { nextRuns } from "../../../provider/services/sourcepipeline/pipeline/schedule/next-runs.ts";
import { createZoneOffsets } from "../../../provider/core/validation/schedule/zone-offsets.ts";
import type { ScheduleTrigger } from "../../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { schedule } from "./arbitraries.ts";

const offsets = createZoneOffsets();
const hour = 3_600_000;
const now = fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2035, 0) });

const { zones } = JSON.parse(
  readFileSync(new URL("../../fixtures/zones/transitions.json", import.meta.url), "utf8"),
) as { zones: { zone: string; changes: [at: string, before: number, after: number][] }[] };
const changes = zones.flatMap(({ zone, changes: list }) => list.map(([at]) => ({ zone, at: Date.parse(at) })));

/** A schedule at one of the hours at which clocks change, some hours before or after they do. */
const nearChange = fc
  .tuple(
    schedule,
    fc.constantFrom(...changes),
    fc.constantFrom("00:00", "00:30", "01:00", "01:30", "02:00", "02:15", "02:30", "02:59", "03:00", "23:30"),
    fc.integer({ min: -80, max: 30 }),
  )
  .map(([one, { zone, at }, time, hours]) => [{ ...one, time, timeZone: zone }, at + hours * hour] as const);

/** A time of a schedule on one of its days, and the instants at which clocks show it. */
interface Due {
  /** As if the zone were UTC. */
  local: number;
  instants: number[];
  /** Offset of the zone well before. */
  before: number;
}

const offsetBy = (zone: string, instant: number): number => DateTime.fromMillis(instant, { zone }).offset * 60_000;

/**
 * The schedule's time on its days around an instant and after it. Luxon says only what clocks show at an instant: the
 * way from a local time to instants is found by trying every offset that the zone has in those days, because luxon's
 * own is wrong at the very end of a stretch that clocks skip (01:00 on 2010-09-26 in Pacific/Apia).
 */
function dueDays({ days: wanted, time, timeZone: zone }: ScheduleTrigger, from: number, length: number): Due[] {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const today = DateTime.fromMillis(from, { zone });
  return Array.from({ length }, (_, index) =>
    DateTime.utc(today.year, today.month, today.day).plus({ days: index - 2 }),
  )
    .filter((day) => wanted.includes(days[day.weekday - 1]!))
    .map((day) => {
      const local = day.toMillis() + hours * hour + minutes * 60_000;
      const around = Array.from({ length: 13 }, (_, index) => offsetBy(zone, local + (index - 6) * 6 * hour));
      const instants = [...new Set(around)].map((offset) => local - offset);
      const shown = instants.filter((instant) => instant + offsetBy(zone, instant) === local);
      return { local, instants: shown.sort((a, b) => a - b), before: around[0]! };
    });
}

const startOf = ({ local, instants, before }: Due): number => instants[0] ?? local - before;

describe("nextRuns", () => {
  it("says what luxon says, in all zones and around every change of clocks", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.tuple(schedule, now), nearChange),
        fc.integer({ min: 1, max: 5 }),
        ([one, from], count) => {
          const expected = [...new Set(dueDays(one, from, 52).map(startOf))]
            .filter((at) => at > from)
            .sort((a, b) => a - b)
            .slice(0, count);
          expect(nextRuns([one], offsets, from, count).map(({ at }) => at)).to.deep.equal(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("puts the runs of all schedules in one order", () => {
    fc.assert(
      fc.property(fc.array(schedule, { maxLength: 4 }), now, (schedules, from) => {
        const runs = nextRuns(schedules, offsets, from, 3);
        const each = schedules.flatMap((one) => nextRuns([one], offsets, from, 3).map(({ at }) => at));
        expect(runs.map(({ at }) => at)).to.deep.equal(each.sort((a, b) => a - b).slice(0, 3));
        expect(runs).to.have.length(schedules.length === 0 ? 0 : 3);
      }),
    );
  });
});

describe("times that clocks skip or show twice", () => {
  it("are reported exactly when luxon knows such a day within a year", () => {
    fc.assert(
      fc.property(schedule, now, (one, from) => {
        const reported = checkSchedules({ triggers: { schedules: [one] } }, offsets, from).map(({ code }) => code);
        // The edges of the year are left open: whether a change on its first or last day belongs to it is no matter.
        const inner = dueDays(one, from + 96 * hour, 360);
        const outer = dueDays(one, from, 371);
        const some = (list: Due[], count: number): boolean => list.some(({ instants }) => instants.length === count);
        for (const [code, count] of [["NCSP206", 0] as const, ["NCSP207", 2] as const]) {
          if (some(inner, count)) expect(reported).to.include(code);
          if (reported.includes(code)) expect(some(outer, count)).to.equal(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});
