import { expect } from "chai";
import { timeZones } from "../../../../emulator/services/sourcepipeline/time-zones.ts";
import { suggestZone } from "../../../../provider/core/validation/schedule/suggest-zone.ts";
import { mayExist } from "../../../../provider/core/validation/schedule/zones.ts";

const sameOffset = (...names: string[]): string =>
  `These have the same offset all year: ${names.map((name) => `"${name}"`).join(", ")}.`;
const meant = (...names: string[]): string => `Did you mean ${names.map((name) => `"${name}"`).join(", ")}?`;

describe("the hint for a zone that does not exist", () => {
  const cases: [zone: string, hint: string][] = [
    ["Asia/Seul", meant("Asia/Seoul")],
    ["Asia/Seul (UTC+09:00)", meant("Asia/Seoul")],
    ["Korea/Seoul", meant("Asia/Seoul")],
    ["Republic of Korea/Seoul", meant("Asia/Seoul")],
    ["seoul", meant("Asia/Seoul")],
    ["seol", meant("Asia/Seoul")],
    ["New York", meant("America/New_York")],
    ["Asia/Ho Chi Minh", meant("Asia/Ho_Chi_Minh")],
    ["Asia/Kolkatta", meant("Asia/Kolkata")],
    ["KST", meant("Asia/Seoul")],
    ["kst", meant("Asia/Seoul")],
    ["JST", meant("Asia/Tokyo")],
    ["BST", meant("Europe/London")],
    ["CST", meant("America/Chicago", "Asia/Shanghai")],
  ];
  for (const [zone, hint] of cases) {
    it(`${zone}: ${hint}`, () => {
      expect(suggestZone(zone)).to.equal(hint);
      expect(suggestZone(zone, timeZones)).to.equal(hint);
    });
  }

  it("is none where no zone is like it", () => {
    expect(suggestZone("Mars/Phobos")).to.equal(undefined);
    expect(suggestZone("Mars/Phobos", timeZones)).to.equal(undefined);
  });

  it("does not take an abbreviation for what only Java means by it", () => {
    expect(suggestZone("ACT", timeZones)).to.equal(undefined);
  });

  it("of an offset are zones that are as far ahead, not the Etc zone of the opposite sign", () => {
    for (const offset of ["GMT+9", "UTC+09:00", "+0900"]) {
      expect(suggestZone(offset)).to.equal(sameOffset("Asia/Seoul", "Asia/Tokyo", "Asia/Chita"));
      expect(suggestZone(offset, timeZones)).to.equal(sameOffset("Asia/Seoul", "Asia/Tokyo", "Asia/Yakutsk"));
    }
    expect(suggestZone("GMT-9", timeZones)).to.equal(sameOffset("Etc/GMT+9"));
    expect(suggestZone("UTC+5:45", timeZones)).to.equal(sameOffset("Asia/Kathmandu"));
    expect(suggestZone("UTC+19", timeZones)).to.not.contain("same offset");
  });
});

describe("the hint for a zone that the service does not offer", () => {
  it("are those of its list with the same clock, summer and winter", () => {
    expect(suggestZone("Europe/Vienna", timeZones)).to.equal(
      sameOffset("Europe/Berlin", "Europe/Paris", "Europe/Madrid"),
    );
    expect(suggestZone("EST", timeZones)).to.equal(sameOffset("America/Bogota", "America/Cancun"));
    // Clocks of both are changed, but not on the same days.
    expect(suggestZone("Europe/Sofia", ["Africa/Cairo (UTC+02:00)", "Europe/Athens (UTC+02:00)"])).to.equal(
      sameOffset("Europe/Athens"),
    );
  });

  it("of UTC and GMT are zones without daylight saving time, where no name of UTC is offered", () => {
    const without = timeZones.filter((zone) => !zone.startsWith("Etc/UTC"));
    for (const zone of ["UTC", "GMT", "Etc/UTC (UTC+00:00)"]) {
      expect(suggestZone(zone, without)).to.equal(sameOffset("Africa/Abidjan", "Atlantic/Reykjavik"));
    }
  });

  it("names an abbreviation's zone as the service does, and only where it offers it", () => {
    expect(suggestZone("IST", ["Asia/Calcutta (UTC+05:30)"])).to.equal(meant("Asia/Calcutta"));
    expect(suggestZone("KST", ["Asia/Tokyo (UTC+09:00)"]) ?? "").to.not.contain("Seoul");
  });
});

it("every zone that is suggested without a list exists", () => {
  const suggested = ["kst", "cst", "GMT+9", "UTC+2", "kiev", "x/utc"].flatMap((zone) =>
    [...(suggestZone(zone) ?? "").matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name),
  );
  expect(suggested.length).to.be.greaterThan(5);
  for (const zone of suggested) expect(mayExist(zone), zone).to.equal(true);
});
