import * as fc from "fast-check";
import { expect } from "chai";
import { createOffsets, nextOccurrence } from "../../../emulator/runs/next-occurrence.ts";
import { timeZones, zoneNameOf } from "../../../emulator/services/sourcepipeline/time-zones.ts";

const offsetAt = createOffsets();
const everyDay = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];

const schedule = (timeZone: string, time: string, day = everyDay) => ({
  day,
  time,
  timeZone,
  scheduleOnlyWithChange: false,
});

const next = (timeZone: string, time: string, after: string, day?: string[]): string | undefined => {
  const instant = nextOccurrence(schedule(timeZone, time, day), Date.parse(after), offsetAt);
  return instant === undefined ? undefined : new Date(instant).toISOString();
};

describe("next occurrence of a schedule", () => {
  const cases: [string, string | undefined, string | undefined][] = [
    ["later the same day", next("Asia/Seoul (UTC+09:00)", "03:30", "2026-03-01T18:00:00Z"), "2026-03-01T18:30:00.000Z"],
    [
      "not at the moment itself",
      next("Asia/Seoul (UTC+09:00)", "03:30", "2026-03-01T18:30:00Z"),
      "2026-03-02T18:30:00.000Z",
    ],
    [
      "on the next day that is named, counted in the zone",
      next("Asia/Seoul (UTC+09:00)", "03:30", "2026-03-01T18:30:00Z", ["MON"]),
      "2026-03-08T18:30:00.000Z",
    ],
    [
      "far in the west, where it is still the day before",
      next("Etc/GMT+12 (UTC-12:00)", "23:00", "2026-03-02T09:00:00Z", ["SUN"]),
      "2026-03-02T11:00:00.000Z",
    ],
    [
      "in a zone with a quarter of an hour",
      next("Asia/Kathmandu (UTC+05:45)", "00:00", "2026-03-01T00:00:00Z"),
      "2026-03-01T18:15:00.000Z",
    ],
    // In New York DST skips 02:00 to 03:00 on 8 March 2026 and repeats 01:00 to 02:00 on 1 November.
    ["in winter", next("America/New_York (UTC-05:00)", "02:30", "2026-03-07T00:00:00Z"), "2026-03-07T07:30:00.000Z"],
    [
      "at a time that is skipped: as much later",
      next("America/New_York (UTC-05:00)", "02:30", "2026-03-08T00:00:00Z"),
      "2026-03-08T07:30:00.000Z",
    ],
    ["in summer", next("America/New_York (UTC-05:00)", "02:30", "2026-03-08T08:00:00Z"), "2026-03-09T06:30:00.000Z"],
    [
      "at a time that comes twice: the first",
      next("America/New_York (UTC-05:00)", "01:30", "2026-11-01T00:00:00Z"),
      "2026-11-01T05:30:00.000Z",
    ],
    [
      "and not the second",
      next("America/New_York (UTC-05:00)", "01:30", "2026-11-01T05:30:00Z"),
      "2026-11-02T06:30:00.000Z",
    ],
    // Lord Howe moves by half an hour: 02:00 to 02:30 is skipped on 4 October 2026.
    [
      "where clocks move by half an hour",
      next("Australia/Lord_Howe (UTC+10:30)", "02:15", "2026-10-03T14:00:00Z"),
      "2026-10-03T15:45:00.000Z",
    ],
    ["in an unknown zone: never", next("Mars/Base (UTC+00:00)", "01:30", "2026-11-01T00:00:00Z"), undefined],
    [
      "on a day that does not exist: never",
      next("Asia/Seoul (UTC+09:00)", "01:30", "2026-11-01T00:00:00Z", ["SOMEDAY"]),
      undefined,
    ],
  ];
  for (const [what, actual, expected] of cases) {
    it(what, () => expect(actual).to.equal(expected));
  }

  it("exists for every zone that the service lists, with the offset of its standard time", () => {
    for (const zone of timeZones) {
      const offsets = ["2026-01-01", "2026-07-01"].map((day) => offsetAt(zoneNameOf(zone), Date.parse(day)));
      const [, sign, hours, minutes] = /UTC([+-])(\d\d):(\d\d)/.exec(zone)!;
      const listed = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
      expect(Math.min(...offsets.map((offset) => offset ?? Number.NaN)), zone).to.equal(listed);
    }
  });

  it("comes once a day, whatever the zone does with its clocks", () => {
    const start = Date.parse("2026-01-01T00:00:00Z");
    const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
    fc.assert(
      fc.property(fc.constantFrom(...timeZones), time, (zone, [hours, minutes]) => {
        const daily = schedule(zone, `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`);
        let instant = nextOccurrence(daily, start, offsetAt)!;
        let count = 1;
        for (; count < 365; count += 1) {
          const following = nextOccurrence(daily, instant, offsetAt)!;
          const hoursBetween = (following - instant) / 3_600_000;
          expect(hoursBetween).to.be.within(22, 26);
          instant = following;
        }
        expect(instant - start).to.be.within(364 * 86_400_000 - 7_200_000, 365 * 86_400_000 + 7_200_000);
      }),
      { numRuns: 10 },
    );
  });
});
