import { expect } from "chai";
import { isHeld, parseHolder, thisMachine, type Machine } from "../../../emulator/store/lock-holder.ts";

const holder = { pid: 7, machine: "here", birth: "boot 100", url: "http://127.0.0.1:4600", token: "t-1" };

describe("holder of a state file", () => {
  const machine = (change: Partial<Machine> = {}): Machine => ({
    name: "here",
    isRunning: () => true,
    birthOf: () => "boot 100",
    ...change,
  });
  const cases: [string, Partial<Machine>, boolean][] = [
    ["runs", {}, true],
    ["is gone", { isRunning: () => false }, false],
    ["gave its number to a later process", { birthOf: () => "boot 200" }, false],
    ["runs, and when it started cannot be seen", { birthOf: () => undefined }, true],
    ["is on another machine, where its number means nothing", { name: "there", isRunning: () => false }, true],
  ];
  for (const [what, change, held] of cases) {
    it(`that ${what} ${held ? "has" : "does not have"} the file`, () =>
      expect(isHeld(holder, machine(change))).to.equal(held));
  }

  it("is read from a whole lock file only", () => {
    expect(parseHolder(JSON.stringify(holder))).to.deep.equal(holder);
    for (const text of ["", "{", "null", "[]", "{}", JSON.stringify({ ...holder, pid: "7" })]) {
      expect(parseHolder(text), text).to.equal(undefined);
    }
    expect(parseHolder(JSON.stringify({ ...holder, token: "../x" }))).to.equal(undefined);
  });
});

describe("this machine", () => {
  it("knows its own process, and that others are gone", () => {
    expect(thisMachine.isRunning(process.pid)).to.equal(true);
    expect(thisMachine.isRunning(2 ** 30)).to.equal(false);
    expect(thisMachine.birthOf(process.pid)).to.be.a("string").and.equal(thisMachine.birthOf(process.pid));
    // Not the parent's: two processes that start in one tick of the clock have the same.
    expect(thisMachine.birthOf(1)).to.not.equal(thisMachine.birthOf(process.pid));
  });
});
