import { expect } from "chai";
import { createServiceClock, isClockSkew } from "../../../../provider/core/http/clock-skew.ts";
import { failureWith } from "./failures.ts";

const minute = 60_000;
const rejected = (clockOffsetMs: number | undefined) =>
  failureWith({ category: "authentication", status: 401, clockOffsetMs });

describe("isClockSkew", () => {
  it("needs a refused key and a minute of difference, in either direction", () => {
    for (const offset of [minute, -minute, 6 * minute, -400 * minute]) {
      expect(isClockSkew(rejected(offset)), `${offset}`).to.equal(true);
    }
    for (const offset of [0, minute - 1, 1 - minute, undefined]) {
      expect(isClockSkew(rejected(offset)), `${offset}`).to.equal(false);
    }
  });

  it("explains nothing else", () => {
    for (const category of ["permission", "notFound", "server", "throttling"] as const) {
      expect(isClockSkew(failureWith({ category, clockOffsetMs: 6 * minute })), category).to.equal(false);
    }
    expect(isClockSkew({ ...rejected(6 * minute), effect: "unknown" })).to.equal(false);
  });
});

describe("createServiceClock", () => {
  const local = Date.parse("2026-10-21T07:28:00Z");
  const refusedAt = (serviceTime: number | undefined) => failureWith({ category: "authentication", serviceTime });

  it("goes by this machine until it learns better, and remembers", () => {
    let now = local;
    const clock = createServiceClock(
      () => now,
      () => undefined,
    );
    expect(clock.now()).to.equal(local);
    clock.learn(refusedAt(local + 6 * minute));
    now += 1000;
    expect(clock.now()).to.equal(local + 6 * minute + 1000);
  });

  it("warns of each correction, once, with the offset", () => {
    const warnings: string[] = [];
    const clock = createServiceClock(
      () => local,
      (message) => warnings.push(message),
    );
    clock.learn(refusedAt(local - 6 * minute));
    clock.learn(refusedAt(local - 6 * minute + 900));
    clock.learn(refusedAt(undefined));
    expect(warnings).to.have.lengthOf(1);
    expect(warnings[0]).to.include("6 minutes behind this machine's");

    clock.learn(refusedAt(local + 90_000));
    expect(warnings[1]).to.include("90 seconds ahead of this machine's");
    clock.learn(refusedAt(local + 900));
    expect(warnings[2]).to.include("agrees with this machine's again");
    expect(clock.now()).to.equal(local);
  });
});
