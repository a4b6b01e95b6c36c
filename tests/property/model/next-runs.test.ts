import { expect } from "chai";
import fc from "fast-check";
import { DateTime } from "luxon";
import { days } from "../../../provider/api/limits.ts";
import { checkSchedules } from "../../../provider/model/schedule/check-schedules.ts";
import { nextRuns } from "../../../provider/model/schedule/next-runs.ts";
import { createZoneOffsets } from "../../../provider/model/schedule/zone-offsets.ts";
import type { ScheduleTrigger } from "../../../provider/model/pipeline.ts";
import { schedule } from "./arbitraries.ts";

const offsets = createZoneOffsets();
const now = fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2035, 0) });

/** The same by luxon: the schedule's time on each of its days, counted from some days ago. */
function byLuxon({ days: wanted, time, timeZone: zone }: ScheduleTrigger, from: number, length: number): DateTime[] {
  const [hour, minute] = time.split(":").map(Number);
  const today = DateTime.fromMillis(from, { zone });
  return Array.from({ length }, (_, index) => {
    // Noon exists on every day but the one that Apia left out.
    const day = DateTime.utc(today.year, today.month, today.day).plus({ days: index - 2 });
    return wanted.includes(days[day.weekday - 1]!)
      ? DateTime.fromObject({ year: day.year, month: day.month, day: day.day, hour, minute }, { zone })
      : undefined;
  }).filter((found) => found !== undefined);
}

const startOf = (local: DateTime): number => Math.min(...local.getPossibleOffsets().map((found) => found.toMillis()));

describe("nextRuns", () => {
  it("says what luxon says, in all zones and around every change of clocks", () => {
    fc.assert(
      fc.property(schedule, now, fc.integer({ min: 1, max: 5 }), (one, from, count) => {
        const expected = [...new Set(byLuxon(one, from, 60).map(startOf))]
          .filter((at) => at > from)
          .sort((a, b) => a - b)
          .slice(0, count);
        expect(nextRuns([one], offsets, from, count).map(({ at }) => at)).to.deep.equal(expected);
      }),
      { numRuns: 400 },
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
  it("are told exactly when luxon knows such a day within a year", () => {
    fc.assert(
      fc.property(schedule, now, (one, from) => {
        // The edges of the year are left out: whether a day that began belongs to it is nobody's concern.
        const year = byLuxon(one, from, 365).slice(2);
        const skipped = year.some((local) => local.toFormat("HH:mm") !== one.time);
        const repeated = year.some((local) => local.getPossibleOffsets().length > 1);
        const told = checkSchedules({ triggers: { schedules: [one] } }, offsets, from).map(({ code }) => code);
        if (skipped) expect(told).to.include("NCSP206");
        if (repeated) expect(told).to.include("NCSP207");
        const wide = byLuxon(one, from, 372);
        if (told.includes("NCSP206")) expect(wide.some((local) => local.toFormat("HH:mm") !== one.time)).to.equal(true);
        if (told.includes("NCSP207"))
          expect(wide.some((local) => local.getPossibleOffsets().length > 1)).to.equal(true);
      }),
      { numRuns: 60 },
    );
  });
});
