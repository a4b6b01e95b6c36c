import { expect } from "chai";
import type { Outcome } from "../../../../provider/core/http/failure.ts";
import { createLimiter, createLimiters, type Limiter } from "../../../../provider/core/http/limiter.ts";
import { throttled } from "./failures.ts";
import { fakeTime, type FakeTime } from "./fake-time.ts";

const success: Outcome = { result: "done" };

describe("createLimiter", () => {
  let time: FakeTime;
  let limiter: Limiter;
  const never = new AbortController().signal;

  beforeEach(() => {
    time = fakeTime();
    limiter = createLimiter(time);
  });
  afterEach(() => time.timers.restore());

  /** An attempt that ends when the test wants it. */
  const held = (outcome: Outcome = success) => {
    const state = { starts: [] as number[], finish: (): void => undefined };
    const attempt = () => {
      state.starts.push(time.now());
      return new Promise<Outcome>((resolve) => {
        state.finish = () => resolve(outcome);
      });
    };
    return { state, attempt };
  };

  const at = (outcome: Outcome, starts: number[]) => async () => {
    starts.push(time.now());
    return outcome;
  };

  it("lets six attempts run at a time", async () => {
    const attempts = Array.from({ length: 8 }, () => held());
    const runs = attempts.map(({ attempt }) => limiter.run(attempt, never));
    await time.timers.tickAsync(0);
    expect(attempts.filter(({ state }) => state.starts.length > 0)).to.have.lengthOf(6);

    attempts[0]!.state.finish();
    await time.timers.tickAsync(0);
    expect(attempts.filter(({ state }) => state.starts.length > 0)).to.have.lengthOf(7);
    for (const { state } of attempts) {
      state.finish();
      await time.timers.tickAsync(0);
    }
    expect(await Promise.all(runs)).to.deep.equal(Array(8).fill(success));
  });

  it("makes everybody wait as long as one was asked to", async () => {
    await limiter.run(at({ failure: throttled({ retryAfterMs: 3000 }) }, []), never);
    const starts: number[] = [];
    const start = time.now();
    const runs = [limiter.run(at(success, starts), never), limiter.run(at(success, starts), never)];
    await time.timers.tickAsync(2999);
    expect(starts).to.deep.equal([]);
    await time.timers.runAllAsync();
    await Promise.all(runs);
    expect(starts[0]).to.equal(start + 3000);
    expect(starts[1]).to.be.above(start + 3000);
  });

  it("stops for up to a second when there is no Retry-After", async () => {
    await limiter.run(at({ failure: throttled() }, []), never);
    const starts: number[] = [];
    const start = time.now();
    const run = limiter.run(at(success, starts), never);
    await time.timers.runAllAsync();
    await run;
    expect(starts[0]! - start).to.be.within(500, 1000);
  });

  it("lets those wait longer that were about to start when the next refusal came", async () => {
    const underWay = held({ failure: throttled({ retryAfterMs: 5000 }) });
    const first = limiter.run(underWay.attempt, never);
    await time.timers.tickAsync(0);
    await limiter.run(at({ failure: throttled({ retryAfterMs: 1000 }) }, []), never);
    const start = time.now();
    const starts: number[] = [];
    const next = limiter.run(at(success, starts), never);
    await time.timers.tickAsync(500);
    underWay.state.finish();
    await time.timers.runAllAsync();
    await Promise.all([first, next]);
    expect(starts).to.deep.equal([start + 5500]);
  });

  it("does not slow down for other failures", async () => {
    await limiter.run(at({ failure: throttled({ category: "server" }) }, []), never);
    const starts: number[] = [];
    const start = time.now();
    await limiter.run(at(success, starts), never);
    expect(starts).to.deep.equal([start]);
  });

  it("ends the wait for its start at once when the signal aborts", async () => {
    await limiter.run(at({ failure: throttled({ retryAfterMs: 20_000 }) }, []), never);
    const stop = new AbortController();
    const starts: number[] = [];
    const run = limiter.run(at(success, starts), stop.signal);
    await time.timers.tickAsync(10);
    stop.abort();
    expect(await run).to.equal(undefined);
    await time.timers.runAllAsync();
    expect(starts).to.deep.equal([]);
  });

  it("ends the wait for a free place at once, too, and starts nothing later", async () => {
    const busy = Array.from({ length: 6 }, () => held());
    const runs = busy.map(({ attempt }) => limiter.run(attempt, never));
    const stop = new AbortController();
    const starts: number[] = [];
    const queued = limiter.run(at(success, starts), stop.signal);
    await time.timers.tickAsync(0);
    stop.abort();
    expect(await queued).to.equal(undefined);
    for (const { state } of busy) state.finish();
    await Promise.all(runs);
    await time.timers.runAllAsync();
    expect(starts).to.deep.equal([]);
  });

  it("waits for an attempt that has started, whatever becomes of the signal", async () => {
    const stop = new AbortController();
    const { state, attempt } = held();
    const run = limiter.run(attempt, stop.signal);
    await time.timers.tickAsync(0);
    stop.abort();
    state.finish();
    expect(await run).to.equal(success);
  });

  it("starts nothing for a signal that aborted before", async () => {
    const starts: number[] = [];
    expect(await limiter.run(at(success, starts), AbortSignal.abort())).to.equal(undefined);
    expect(starts).to.deep.equal([]);
  });

  it("lets 100 requests through a quota of 5 a second, with few refusals", async () => {
    const arrivals: number[] = [];
    let refusals = 0;
    const service = async (): Promise<Outcome> => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const second = Math.floor(time.now() / 1000);
      if (arrivals.filter((arrival) => Math.floor(arrival / 1000) === second).length < 5) {
        arrivals.push(time.now());
        return success;
      }
      refusals++;
      return { failure: throttled() };
    };
    const start = time.now();
    const untilDone = async (): Promise<void> => {
      while ((await limiter.run(service, never))?.failure !== undefined);
    };
    const runs = Promise.all(Array.from({ length: 100 }, untilDone));
    await time.timers.runAllAsync();
    await runs;
    expect(refusals).to.be.below(20);
    expect(Math.max(...arrivals) - start).to.be.below(40_000);
  });
});

describe("createLimiters", () => {
  it("has one for each endpoint and access key", () => {
    const limiters = createLimiters(fakePorts);
    const first = limiters("http://a", "AK1");
    expect(limiters("http://a", "AK1")).to.equal(first);
    expect(limiters("http://a", "AK2")).not.to.equal(first);
    expect(limiters("http://b", "AK1")).not.to.equal(first);
  });
});

const fakePorts = { now: () => 0, random: () => 0, wait: async () => undefined };
