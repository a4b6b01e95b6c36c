import { expect } from "chai";
import type { ScheduleTrigger } from "../../../../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { formatProblem } from "../../../../../provider/core/validation/problem.ts";
import { checkSchedules } from "../../../../../provider/services/sourcepipeline/pipeline/schedule/check-schedules.ts";
import { formatRuns } from "../../../../../provider/services/sourcepipeline/pipeline/schedule/format-runs.ts";
import { nextRuns } from "../../../../../provider/services/sourcepipeline/pipeline/schedule/next-runs.ts";
import { createZoneOffsets } from "../../../../../provider/core/validation/schedule/zone-offsets.ts";

const offsets = createZoneOffsets();
/** A Monday. */
const now = Date.parse("2025-11-24T00:00:00Z");
const seoul: ScheduleTrigger = { days: ["MON", "FRI"], time: "09:00", timeZone: "Asia/Seoul" };

const reported = (...schedules: unknown[]): string[] =>
  checkSchedules({ triggers: { schedules } }, offsets, now).map(formatProblem);

describe("schedules that start a pipeline twice", () => {
  it("are a warning at the later one, with the days", () => {
    const other = { days: ["FRI", "SUN"], time: "09:00", timeZone: "Asia/Seoul (UTC+09:00)" };
    expect(reported(seoul, other)).to.deep.equal([
      "triggers.schedules[1]: triggers.schedules[0] already starts the pipeline at 09:00 in Asia/Seoul on FRI. " +
        "Remove one of them, or give them different days. [NCSP204]",
    ]);
    expect(checkSchedules({ triggers: { schedules: [seoul, other] } }, offsets, now)[0]?.severity).to.equal("warning");
  });

  it("are the same zone by whatever of its names", () => {
    expect(reported(seoul, { ...seoul, timeZone: "ROK" })).to.have.length(1);
    const utc = { days: ["MON"], time: "09:00", timeZone: "UTC" };
    expect(
      reported(utc, { ...utc, timeZone: "Etc/GMT (UTC+00:00)" }, { ...utc, timeZone: "Africa/Abidjan" }),
    ).to.deep.equal([
      "triggers.schedules[1]: triggers.schedules[0] already starts the pipeline at 09:00 in Etc/GMT on MON. " +
        "Remove one of them, or give them different days. [NCSP204]",
    ]);
  });

  it("are none with other days, another time or another zone, and none within themselves", () => {
    expect(reported(seoul, { ...seoul, days: ["TUE"] }, { ...seoul, time: "09:01" })).to.deep.equal([]);
    expect(reported(seoul, { ...seoul, timeZone: "Asia/Tokyo" }, { ...seoul, days: ["SUN", "SUN"] })).to.deep.equal([]);
  });
});

describe("times that daylight saving time skips or repeats", () => {
  const newYork = (time: string) => ({ days: ["SUN"], time, timeZone: "America/New_York" });

  it("are reported with the day and the change", () => {
    expect(reported(newYork("02:30"))).to.deep.equal([
      "triggers.schedules[0].time: 02:30 does not exist on 2026-03-08 in America/New_York: daylight saving time (DST) " +
        "changes, and clocks go from 02:00 to 03:00. What the service does then is not documented. Choose a time that " +
        "daylight saving time (DST) does not skip. [NCSP206]",
    ]);
    expect(reported(newYork("01:30"))).to.deep.equal([
      "triggers.schedules[0].time: 01:30 occurs twice on 2026-11-01 in America/New_York: daylight saving time (DST) " +
        "changes, and clocks go back from 02:00 to 01:00. Whether the service starts one run or two is not documented. " +
        "Choose a time that daylight saving time (DST) does not repeat. [NCSP207]",
    ]);
  });

  it("are reported of the days of the schedule only, and to the minute", () => {
    expect(reported({ ...newYork("02:30"), days: ["MON", "SAT"] })).to.deep.equal([]);
    expect(reported(newYork("03:00"), newYork("02:00")).map((text) => text.slice(0, 21))).to.deep.equal([
      "triggers.schedules[1]",
    ]);
  });

  it("may be on a day on which clocks change at midnight", () => {
    const santiago = (time: string, day: string) => ({ days: [day], time, timeZone: "America/Santiago" });
    expect(reported(santiago("00:30", "SUN"))[0]).to.include("00:30 does not exist on 2026-09-06");
    expect(reported(santiago("23:30", "SAT"))[0]).to.include("23:30 occurs twice on 2026-04-04");
  });
});

describe("the next runs", () => {
  it("are those after now, of all schedules", () => {
    const weekly: ScheduleTrigger = { days: ["WED"], time: "18:30", timeZone: "America/New_York" };
    const runs = nextRuns([seoul, weekly], offsets, now, 4).map(({ at }) => new Date(at).toISOString().slice(0, 16));
    // 09:00 in Seoul on this Monday is now.
    expect(runs).to.deep.equal(["2025-11-26T23:30", "2025-11-28T00:00", "2025-12-01T00:00", "2025-12-03T23:30"]);
  });

  it("may be due on the day before, when clocks skip the time", () => {
    // Apia left out the whole 30th of December 2011, a Friday.
    const apia: ScheduleTrigger = { days: ["FRI"], time: "02:00", timeZone: "Pacific/Apia" };
    const saturday = Date.parse("2011-12-30T11:00Z");
    const start = Date.parse("2011-12-30T12:00Z");
    expect(nextRuns([apia], offsets, saturday, 1).map(({ at }) => at)).to.deep.equal([start]);
    const both = nextRuns([{ ...apia, days: ["FRI", "SAT"] }], offsets, saturday, 2);
    expect(both.map(({ at }) => at)).to.deep.equal([start, Date.parse("2012-01-05T12:00Z")]);
  });

  it("are none without a schedule, or in a zone that nobody knows", () => {
    expect(nextRuns([], offsets, now, 3)).to.deep.equal([]);
    expect(
      nextRuns(
        [
          { ...seoul, timeZone: "Mars/Phobos" },
          { ...seoul, days: [] },
        ],
        offsets,
        now,
        3,
      ),
    ).to.deep.equal([]);
  });

  it("are shown in the zone of the schedule and of the user", () => {
    const runs = nextRuns([{ ...seoul, onlyWithChange: true }], offsets, now, 2);
    expect(formatRuns(runs, "America/New_York", offsets)).to.equal(
      "Next runs: Fri 2025-11-28 09:00 Asia/Seoul (Thu 2025-11-27 19:00 America/New_York), if something changed; " +
        "Mon 2025-12-01 09:00 Asia/Seoul (Sun 2025-11-30 19:00 America/New_York), if something changed",
    );
  });

  it("are shown once where both zones show the same, and in one where the user's is not known", () => {
    const runs = nextRuns([seoul], offsets, now, 1);
    expect(formatRuns(runs, "Asia/Tokyo", offsets)).to.equal("Next runs: Fri 2025-11-28 09:00 Asia/Seoul");
    expect(formatRuns(runs, "Nowhere", offsets)).to.equal("Next runs: Fri 2025-11-28 09:00 Asia/Seoul");
    expect(formatRuns([], "Asia/Seoul", offsets)).to.equal("");
  });
});
