import { expect } from "chai";
import { createStopSignal } from "../../../../provider/core/http/stop-signal.ts";
import { fakeTime, type FakeTime } from "./fake-time.ts";

describe("createStopSignal", () => {
  let time: FakeTime;
  beforeEach(() => {
    time = fakeTime();
  });
  afterEach(() => time.timers.restore());

  it("stops when the caller does", () => {
    const caller = new AbortController();
    const stop = createStopSignal({ signal: caller.signal }, time);
    expect([stop.signal.aborted, stop.reason(), stop.remainingMs()]).to.deep.equal([false, undefined, Infinity]);
    caller.abort();
    expect([stop.signal.aborted, stop.reason()]).to.deep.equal([true, "interrupted"]);
  });

  it("stops when the client does, and lets go of it when released", () => {
    const client = new AbortController();
    const ports = { ...time, signal: client.signal };
    const [stop, released] = [{ signal: new AbortController().signal }, {}].map((call) =>
      createStopSignal(call, ports),
    );
    released?.release();
    client.abort();
    expect([stop?.reason(), released?.reason()]).to.deep.equal(["interrupted", undefined]);
    expect(createStopSignal({}, ports).reason()).to.equal("interrupted");
  });

  it("has stopped when the caller had", () => {
    expect(createStopSignal({ signal: AbortSignal.abort() }, time).reason()).to.equal("interrupted");
  });

  it("stops at the deadline", async () => {
    const stop = createStopSignal({ deadlineMs: 1000 }, time);
    await time.timers.tickAsync(999);
    expect([stop.signal.aborted, stop.remainingMs()]).to.deep.equal([false, 1]);
    await time.timers.tickAsync(1);
    expect([stop.signal.aborted, stop.reason()]).to.deep.equal([true, "deadline"]);
  });

  it("keeps the first reason", async () => {
    const caller = new AbortController();
    const stop = createStopSignal({ signal: caller.signal, deadlineMs: 1000 }, time);
    caller.abort();
    await time.timers.tickAsync(2000);
    expect(stop.reason()).to.equal("interrupted");
  });

  it("lets go of caller and clock when released", async () => {
    const caller = new AbortController();
    const stop = createStopSignal({ signal: caller.signal, deadlineMs: 1000 }, time);
    stop.release();
    caller.abort();
    await time.timers.tickAsync(2000);
    expect(stop.signal.aborted).to.equal(false);
  });

  it("waits for the rest when a timer fires early", async () => {
    const early = (milliseconds: number) => time.wait(Math.ceil(0.9 * milliseconds));
    const stop = createStopSignal({ deadlineMs: 1000 }, { now: time.now, wait: early });
    await time.timers.tickAsync(999);
    expect(stop.signal.aborted).to.equal(false);
    await time.timers.tickAsync(1);
    expect(stop.reason()).to.equal("deadline");
  });

  it("has no time left when there was none", async () => {
    const stop = createStopSignal({ deadlineMs: 0 }, time);
    expect(stop.reason()).to.equal("deadline");
  });

  it("does not believe a wait that ends while the clock stands still", async () => {
    const stop = createStopSignal({ deadlineMs: 1000 }, { now: () => 5, wait: async () => undefined });
    await time.timers.tickAsync(0);
    expect(stop.signal.aborted).to.equal(false);
  });
});
