import { expect } from "chai";
import sinon from "sinon";
import { waitInRealTime, withoutAbortError } from "../../../../provider/core/http/wait.ts";

describe("waitInRealTime", () => {
  let timers: sinon.SinonFakeTimers;
  beforeEach(() => {
    timers = sinon.useFakeTimers();
  });
  afterEach(() => timers.restore());

  it("ends when the time is up, and lets go of the signal", async () => {
    const caller = new AbortController();
    const remove = sinon.spy(caller.signal, "removeEventListener");
    const waited = waitInRealTime(1000, caller.signal);
    await timers.tickAsync(1000);
    await waited;
    expect(remove.calledOnceWith("abort")).to.equal(true);
  });

  it("ends without an error when the signal aborts, and leaves no timer behind", async () => {
    const caller = new AbortController();
    const waited = waitInRealTime(1000, caller.signal);
    caller.abort();
    await waited;
    expect(timers.countTimers()).to.equal(0);
  });

  it("does not begin when the signal has aborted", async () => {
    await waitInRealTime(1000, AbortSignal.abort());
    expect(timers.countTimers()).to.equal(0);
  });
});

describe("withoutAbortError", () => {
  it("ends where a way to wait rejects because the signal aborted", async () => {
    const caller = new AbortController();
    const wait = withoutAbortError(async () => {
      caller.abort();
      throw new Error("aborted");
    });
    await wait(1000, caller.signal);
  });

  it("does not begin to wait when the signal has aborted", async () => {
    const wait = sinon.stub().resolves();
    await withoutAbortError(wait)(1000, AbortSignal.abort());
    expect(wait.called).to.equal(false);
  });

  it("passes every other error on", async () => {
    const wait = withoutAbortError(sinon.stub().rejects(new Error("no timers here")));
    const outcome = await wait(1000, new AbortController().signal).catch((error: unknown) => error);
    expect(outcome).to.be.an("error").with.property("message", "no timers here");
  });
});
