import { expect } from "chai";
import {
  earliestStart,
  freePace,
  noteStart,
  slowDown,
  speedUp,
  type Pace,
} from "../../../../provider/core/http/pace.ts";

const now = 1_700_000_000_000;

/** A pace after a number of accepted requests within the last second, and one refusal. */
const slowed = (accepted: number): Pace => {
  let pace = freePace;
  for (let count = 0; count < accepted; count++) pace = speedUp(pace, { startedAt: now - 20, now: now - 10 });
  return slowDown(pace, { startedAt: now - 5, now, pauseMs: 500 });
};

const accept = (pace: Pace, times: number): Pace => {
  let sped = pace;
  for (let count = 0; count < times; count++) sped = speedUp(sped, { startedAt: now + 1, now: now + 2 });
  return sped;
};

describe("pace", () => {
  it("limits nothing at first", () => {
    const pace = noteStart(noteStart(freePace, now), now);
    expect(earliestStart(pace, now)).to.equal(now);
  });

  it("stops everybody after a refusal, then goes on at 0.7 of what was accepted", () => {
    const pace = slowed(10);
    expect(pace.rate).to.equal(7);
    expect(earliestStart(pace, now)).to.equal(now + 500);
    expect(earliestStart(noteStart(pace, now + 500), now + 500)).to.be.closeTo(now + 500 + 1000 / 7, 0.01);
  });

  it("assumes a little when nothing was accepted: somebody else may have used the limit up", () => {
    expect(slowed(0).rate).to.be.closeTo(2.1, 0.001);
  });

  it("never goes slower than one start in two seconds", () => {
    let pace = slowed(0);
    for (let time = 1; time < 10; time++) {
      pace = slowDown(pace, { startedAt: now + time * 1000 - 1, now: now + time * 1000, pauseMs: 0 });
    }
    expect(pace.rate).to.equal(0.5);
  });

  it("learns nothing new from requests that were under way when the rate was lowered", () => {
    const pace = slowed(10);
    const late = slowDown(pace, { startedAt: now - 1, now: now + 20, pauseMs: 800 });
    expect(late.rate).to.equal(pace.rate);
    expect(late.pausedUntil).to.equal(now + 820);
    expect(speedUp(pace, { startedAt: now - 1, now: now + 20 }).rate).to.equal(pace.rate);
  });

  it("does not shorten a pause", () => {
    const late = slowDown(slowed(10), { startedAt: now - 1, now: now + 20, pauseMs: 0 });
    expect(late.pausedUntil).to.equal(now + 500);
  });

  it("recovers step by step, until there is no limit", () => {
    const pace = slowed(10);
    expect(accept(pace, 1).rate).to.be.closeTo(7.25, 0.001);
    expect(accept(pace, 6).rate).to.be.closeTo(8.27, 0.001);
    expect(accept(pace, 1000).rate).to.equal(Infinity);
    expect(earliestStart(noteStart(accept(pace, 1000), now + 600), now + 600)).to.equal(now + 600);
  });

  it("grows by a quarter at most, however slow it is", () => {
    expect(speedUp({ ...slowed(0), rate: 0.5 }, { startedAt: now + 1, now: now + 2 }).rate).to.equal(0.625);
  });

  it("waits as long as the new rate asks for, should that be longer than the pause", () => {
    const pace = { ...freePace, rate: 0.6, loweredAt: now - 5000 };
    expect(earliestStart(slowDown(pace, { startedAt: now - 5, now, pauseMs: 500 }), now)).to.equal(now + 2000);
  });

  it("is careful around the rate that was refused last, and around what was accepted before the first refusal", () => {
    expect(slowed(10).ceiling).to.equal(10);
    const again = slowDown(accept(slowed(10), 10), { startedAt: now + 3, now: now + 4, pauseMs: 0 });
    const growth = (pace: Pace): number => speedUp(pace, { startedAt: now + 5, now: now + 6 }).rate - pace.rate;
    expect(again.rate).to.be.closeTo(0.7 * again.ceiling, 0.001);
    expect(growth(again)).to.be.closeTo(0.25, 0.0001);
    expect(growth({ ...again, rate: again.ceiling })).to.be.closeTo(0.02, 0.0001);
    expect(growth({ ...again, rate: 1.6 * again.ceiling })).to.be.closeTo(0.25, 0.0001);
  });
});
