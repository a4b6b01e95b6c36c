import { expect } from "chai";
import { everyDay, on, weekdays, weekend } from "../../../sdk/builders/schedules.ts";

const at = { time: "09:00", timeZone: "Asia/Seoul" };

describe("schedules by word", () => {
  it("are for these days", () => {
    expect(weekdays("09:00", "Asia/Seoul")).to.deep.equal({ days: ["MON", "TUE", "WED", "THU", "FRI"], ...at });
    expect(weekend("09:00", "Asia/Seoul")).to.deep.equal({ days: ["SAT", "SUN"], ...at });
    expect(everyDay("09:00", "Asia/Seoul").days).to.have.length(7);
    expect(on(["MON"], "09:00", "Asia/Seoul")).to.deep.equal({ days: ["MON"], ...at });
  });

  it("have the options, and nothing else that was not given", () => {
    expect(weekdays("09:00", "Asia/Seoul", { onlyWithChange: true })).to.have.property("onlyWithChange", true);
    expect(weekdays("09:00", "Asia/Seoul")).to.have.keys("days", "time", "timeZone");
  });

  it("share no list of days", () => {
    const days = ["MON" as const];
    (on(days, "09:00", "Asia/Seoul").days as string[]).push("TUE");
    (everyDay("09:00", "Asia/Seoul").days as string[]).pop();
    expect(days).to.deep.equal(["MON"]);
    expect(everyDay("09:00", "Asia/Seoul").days).to.have.length(7);
  });
});
