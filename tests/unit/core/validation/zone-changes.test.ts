import { readFileSync } from "node:fs";
import { expect } from "chai";
import { clockChanges } from "../../../../provider/core/validation/schedule/clock-changes.ts";
import { instantsOf, startAt } from "../../../../provider/core/validation/schedule/local-time.ts";
import { createZoneOffsets } from "../../../../provider/core/validation/schedule/zone-offsets.ts";

interface Transitions {
  zones: { zone: string; year: number; changes: [at: string, before: number, after: number][] }[];
}

const { zones } = JSON.parse(
  readFileSync(new URL("../../../fixtures/zones/transitions.json", import.meta.url), "utf8"),
) as Transitions;

const offsets = createZoneOffsets();
const minute = 60_000;

describe("the changes of clocks", () => {
  for (const { zone, year, changes } of zones) {
    it(`of ${zone} in ${String(year)} are those of the time zone database`, () => {
      expect(clockChanges(zone, Date.UTC(year, 0), Date.UTC(year + 1, 0), offsets)).to.deep.equal(
        changes.map(([at, before, after]) => ({
          at: Date.parse(at),
          before: before * minute,
          after: after * minute,
        })),
      );
    });
  }

  it("are none in a zone that nobody knows", () => {
    expect(clockChanges("Mars/Phobos", 0, 1e10, offsets)).to.deep.equal([]);
    expect(offsets("Mars/Phobos", 0)).to.equal(undefined);
    expect(offsets("", 0)).to.equal(undefined);
  });
});

describe("a local time", () => {
  /** What stands in the program, what clocks make of it, and when a run starts. */
  const cases: [zone: string, local: string, instants: string[], start: string][] = [
    ["Asia/Seoul", "2026-11-23T09:00", ["2026-11-23T00:00Z"], "2026-11-23T00:00Z"],
    ["America/New_York", "2026-03-08T01:59", ["2026-03-08T06:59Z"], "2026-03-08T06:59Z"],
    ["America/New_York", "2026-03-08T02:00", [], "2026-03-08T07:00Z"],
    ["America/New_York", "2026-03-08T02:59", [], "2026-03-08T07:59Z"],
    ["America/New_York", "2026-03-08T03:00", ["2026-03-08T07:00Z"], "2026-03-08T07:00Z"],
    ["America/New_York", "2026-11-01T00:59", ["2026-11-01T04:59Z"], "2026-11-01T04:59Z"],
    ["America/New_York", "2026-11-01T01:00", ["2026-11-01T05:00Z", "2026-11-01T06:00Z"], "2026-11-01T05:00Z"],
    ["America/New_York", "2026-11-01T02:00", ["2026-11-01T07:00Z"], "2026-11-01T07:00Z"],
    ["Australia/Lord_Howe", "2026-10-04T02:15", [], "2026-10-03T15:45Z"],
    ["Australia/Lord_Howe", "2026-04-05T01:45", ["2026-04-04T14:45Z", "2026-04-04T15:15Z"], "2026-04-04T14:45Z"],
    ["America/Santiago", "2026-09-06T00:15", [], "2026-09-06T04:15Z"],
    ["America/Santiago", "2026-04-04T23:30", ["2026-04-05T02:30Z", "2026-04-05T03:30Z"], "2026-04-05T02:30Z"],
    ["Pacific/Apia", "2011-12-30T02:00", [], "2011-12-30T12:00Z"],
    ["Pacific/Apia", "2011-12-31T02:00", ["2011-12-30T12:00Z"], "2011-12-30T12:00Z"],
  ];
  for (const [zone, local, instants, start] of cases) {
    const times = ["never", "once", "twice"][instants.length] ?? "";
    it(`${local} comes ${times} in ${zone}`, () => {
      const written = Date.parse(`${local}Z`);
      expect(instantsOf(zone, written, offsets)).to.deep.equal(instants.map((instant) => Date.parse(instant)));
      expect(startAt(zone, written, offsets)).to.equal(Date.parse(start));
    });
  }
});
