import { expect } from "chai";
import { useFakeTimers } from "sinon";
import { createEmulatedClock } from "../../../emulator/clock/emulated-clock.ts";
import { createHostClock } from "../../../emulator/clock/host-clock.ts";

describe("emulated clock", () => {
  const real = { now: 1_000_000 };
  let timers: ReturnType<typeof useFakeTimers>;
  beforeEach(() => (timers = useFakeTimers({ now: real.now })));
  afterEach(() => timers.restore());

  const clockAt = (start: number, speed: number) =>
    createEmulatedClock(
      createHostClock(() => Date.now()),
      start,
      speed,
    );

  it("goes at a multiple of real time from where it starts", () => {
    const clock = clockAt(500, 10);
    expect(clock.now()).to.equal(500);
    timers.tick(7);
    expect(clock.now()).to.equal(570);
  });

  it("stands still at speed 0", () => {
    const clock = clockAt(500, 0);
    timers.tick(1000);
    expect(clock.now()).to.equal(500);
  });

  it("fires timers when real time has brought it there", () => {
    const clock = clockAt(0, 2);
    const seen: number[] = [];
    clock.at("later", 100, () => seen.push(clock.now()));
    timers.tick(49);
    expect(seen).to.deep.equal([]);
    timers.tick(1);
    expect(seen).to.deep.equal([100]);
  });

  it("fires what is due in order when moved, each at its own time, also what was set meanwhile", () => {
    const clock = clockAt(0, 0);
    const seen: [string, number][] = [];
    const note = (name: string) => () => seen.push([name, clock.now()]);
    clock.at("third", 30, note("third"));
    clock.at("first", 10, () => {
      note("first")();
      clock.at("second", clock.now() + 10, note("second"));
      clock.at("too late", 101, note("too late"));
    });
    clock.at("fourth", 30, note("fourth"));
    clock.moveTo(100);
    expect(seen).to.deep.equal([
      ["first", 10],
      ["second", 20],
      ["third", 30],
      ["fourth", 30],
    ]);
    expect(clock.now()).to.equal(100);
  });

  it("goes forwards only", () => {
    const clock = clockAt(100, 0);
    clock.moveTo(50);
    expect(clock.now()).to.equal(100);
  });

  it("replaces a timer with the same key, and forgets a canceled one", () => {
    const clock = clockAt(0, 0);
    const seen: string[] = [];
    clock.at("key", 10, () => seen.push("old"));
    clock.at("key", 20, () => seen.push("new"));
    clock.at("other", 15, () => seen.push("other"));
    clock.cancel("other");
    clock.moveTo(30);
    expect(seen).to.deep.equal(["new"]);
  });

  it("fires what is due before a real timer has", () => {
    const clock = clockAt(0, 1);
    const seen: number[] = [];
    clock.at("now", 0, () => seen.push(clock.now()));
    clock.fireDue();
    expect(seen).to.deep.equal([0]);
  });

  it("waits for times that are farther away than a real timer reaches", () => {
    const clock = clockAt(0, 1);
    const seen: number[] = [];
    const farAway = 60 * 24 * 60 * 60 * 1000;
    clock.at("far", farAway, () => seen.push(clock.now()));
    timers.tick(farAway - 1);
    expect(seen).to.deep.equal([]);
    timers.tick(1);
    expect(seen).to.deep.equal([farAway]);
  });

  it("forgets its timers when it starts again, and when it is closed", () => {
    const clock = clockAt(0, 1);
    clock.at("gone", 10, () => expect.fail("it fired"));
    clock.restart(5);
    expect(clock.now()).to.equal(5);
    clock.at("gone, too", 20, () => expect.fail("it fired"));
    clock.close();
    timers.tick(100);
    expect(timers.countTimers()).to.equal(0);
  });
});
