import { expect } from "chai";
import type { Method } from "../../../../provider/core/http/operation.ts";
import type { CallOptions } from "../../../../provider/core/http/index.ts";
import { createServiceClock } from "../../../../provider/core/http/clock-skew.ts";
import type { Outcome } from "../../../../provider/core/http/failure.ts";
import { createLimiter } from "../../../../provider/core/http/limiter.ts";
import { createRetryBudget } from "../../../../provider/core/http/retry.ts";
import { sendWithRetries, type Sent } from "../../../../provider/core/http/send-with-retries.ts";
import { createStopSignal } from "../../../../provider/core/http/stop-signal.ts";
import { failureWith, lost, refused, throttled } from "./failures.ts";
import { fakeTime, type FakeTime } from "./fake-time.ts";

const success: Outcome = { result: "done" };
const broken: Outcome = { failure: failureWith({ effect: "unknown", status: 503 }) };

describe("sendWithRetries", () => {
  let time: FakeTime;
  let logged: string[];
  let budget: ReturnType<typeof createRetryBudget>;

  beforeEach(() => {
    time = fakeTime();
    logged = [];
    budget = createRetryBudget();
  });
  afterEach(() => time.timers.restore());

  /** Sends over a list of outcomes; the last one is repeated. */
  const send = async (method: Method, outcomes: Outcome[], options: CallOptions = {}): Promise<Sent> => {
    let calls = 0;
    const log = (level: string, message: string) => void logged.push(`${level}: ${message}`);
    const sent = sendWithRetries(async () => outcomes[Math.min(calls++, outcomes.length - 1)]!, {
      ...time,
      method,
      summary: "edit a pipeline",
      limiter: createLimiter(time),
      budget,
      clock: createServiceClock(time.now, (message) => log("warning", message)),
      stop: createStopSignal(options, time),
      log,
    });
    await time.timers.runAllAsync();
    return sent;
  };

  it("goes on until it succeeds", async () => {
    expect(await send("GET", [broken, { failure: lost }, success])).to.deep.equal({ ...success, attempts: 3 });
  });

  it("gives up after five attempts, and reports what it waits for in between", async () => {
    const { failure, attempts } = await send("GET", [broken]);
    expect([failure?.status, attempts]).to.deep.equal([503, 5]);
    expect(logged).to.have.lengthOf(4);
    expect(logged[0]).to.match(
      /^info: Waiting \d\.\d s to edit a pipeline again: the service returned an error \(HTTP 503\)\.$/,
    );
  });

  it("sends a creation once when its outcome is not known", async () => {
    for (const outcome of [broken, { failure: lost }]) {
      const { failure, attempts } = await send("POST", [outcome, success]);
      expect([failure?.effect, attempts]).to.deep.equal(["unknown", 1]);
    }
  });

  it("sends a creation again when it certainly had no effect", async () => {
    expect(await send("POST", [{ failure: refused }, { failure: throttled() }, success])).to.deep.include({
      attempts: 3,
    });
  });

  it("remembers that an earlier attempt may have had an effect", async () => {
    const { failure } = await send("DELETE", [{ failure: lost }, { failure: failureWith({ category: "notFound" }) }]);
    expect(failure).to.include({ category: "notFound", effect: "unknown" });
  });

  it("signs again, once, when the service's clock is far", async () => {
    const serviceTime = time.now() + 360_000;
    const skewed = failureWith({ category: "authentication", status: 401, clockOffsetMs: 360_000, serviceTime });
    expect(await send("POST", [{ failure: skewed }, success])).to.deep.equal({ ...success, attempts: 2 });
    expect(logged.join()).to.match(/^warning: .*6 minutes ahead/);
    expect(time.waits).to.deep.equal([]);

    const { attempts } = await send("POST", [{ failure: skewed }]);
    expect(attempts).to.equal(2);
  });

  it("does not sign again for a wrong key", async () => {
    const failure = failureWith({ category: "authentication", status: 401, clockOffsetMs: 900 });
    expect(await send("GET", [{ failure }, success])).to.include({ attempts: 1 });
  });

  it("ends a wait at once when the caller stops, with what went wrong", async () => {
    const caller = new AbortController();
    setTimeout(() => caller.abort(), 50);
    const start = time.now();
    const slow = failureWith({ status: 503, retryAfterMs: 20_000 });
    const { failure, attempts } = await send("GET", [{ failure: slow }], { signal: caller.signal });
    expect([failure?.status, attempts]).to.deep.equal([503, 1]);
    expect(time.waits[0]).to.be.at.least(20_000);
    expect(time.now() - start).to.be.at.most(21_000);
  });

  it("does not begin a wait that ends after the deadline", async () => {
    const slow = failureWith({ status: 503, retryAfterMs: 20_000 });
    const { attempts } = await send("GET", [{ failure: slow }, success], { deadlineMs: 10_000 });
    expect(attempts).to.equal(1);
  });

  it("makes no attempt for a caller that has stopped", async () => {
    const { failure, attempts } = await send("POST", [success], { signal: AbortSignal.abort() });
    expect(failure).to.include({ category: "network", reason: "interrupted", effect: "none" });
    expect(attempts).to.equal(0);
  });

  it("fails fast once the budget of all calls is used up", async () => {
    let attempts = 0;
    for (let call = 0; call < 40; call++) attempts += (await send("GET", [broken])).attempts;
    expect(attempts).to.equal(40 + 100);
    expect((await send("GET", [broken])).attempts).to.equal(1);

    await send("GET", [success]);
    for (let call = 0; call < 4; call++) await send("GET", [success]);
    expect((await send("GET", [broken])).attempts).to.equal(2);
  });

  it("takes nothing from the budget for what the limiter slows down already", async () => {
    while (budget.hasTokens()) budget.take();
    expect(await send("GET", [{ failure: throttled() }, { failure: throttled() }, success])).to.include({
      attempts: 3,
    });
  });
});
