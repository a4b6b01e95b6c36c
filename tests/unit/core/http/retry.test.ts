import { expect } from "chai";
import fc from "fast-check";
import { categories } from "../../../../provider/core/http/error-codes.ts";
import type { Method } from "../../../../provider/core/http/operation.ts";
import {
  createRetryBudget,
  decideRetry,
  parseRetryAfter,
  type RetryQuestion,
} from "../../../../provider/core/http/retry.ts";
import type { Failure, Reason } from "../../../../provider/core/http/failure.ts";
import { reasons } from "../../../../provider/core/http/reasons.ts";
import { failureWith, lost, refused, throttled } from "./failures.ts";

const reasonNames = Object.keys(reasons) as Reason[];

const ask = (facts: Partial<RetryQuestion>) =>
  decideRetry({
    method: "GET",
    failure: failureWith(),
    attempts: 1,
    remainingMs: Infinity,
    hasBudget: true,
    random: 0.5,
    ...facts,
  });

describe("decideRetry: what", () => {
  const repeatable: Method[] = ["GET", "PATCH", "DELETE"];

  it("repeats what states the whole and what reads, after failures that pass", () => {
    for (const method of repeatable) {
      for (const failure of [failureWith({ effect: "unknown" }), lost, refused, throttled()]) {
        expect(ask({ method, failure }).retry, `${method} ${failure.reason}`).to.equal(true);
      }
    }
  });

  it("repeats nothing after a response that will be the same", () => {
    for (const category of ["authentication", "permission", "notFound", "conflict", "validation"] as const) {
      for (const method of [...repeatable, "POST" as const]) {
        const decision = ask({ method, failure: failureWith({ category }) });
        expect(decision, `${method} ${category}`).to.deep.equal({ retry: false, because: "pointless" });
      }
    }
  });

  it("repeats reading after a response that was cut off or empty, not after another content", () => {
    const unreadable = (reason: "truncated" | "empty" | "otherContent" | "webPage" | "notJson" | "redirected") =>
      ask({ failure: failureWith({ category: "unexpectedResponse", reason }) }).retry;
    expect([unreadable("truncated"), unreadable("empty")]).to.deep.equal([true, true]);
    for (const reason of ["otherContent", "webPage", "notJson", "redirected"] as const) {
      expect(unreadable(reason), reason).to.equal(false);
    }
  });

  it("does not repeat what was interrupted, is not trusted or does not speak HTTP", () => {
    for (const reason of ["interrupted", "deadline", "insecure", "notHttp", "unexplained"] as const) {
      const decision = ask({ failure: failureWith({ category: "network", reason }) });
      expect(decision, reason).to.deep.equal({ retry: false, because: "pointless" });
    }
  });

  it("goes by the reason before the category", () => {
    const repeated = (method: Method, category: Failure["category"]) =>
      reasonNames.filter((reason) => ask({ method, failure: failureWith({ category, reason }) }).retry);
    expect(repeated("GET", "validation")).to.have.members(["truncated", "empty"]);
    expect(reasonNames.filter((reason) => !repeated("GET", "network").includes(reason))).to.have.members([
      "notHttp",
      "insecure",
      "unexplained",
      "proxyAuthentication",
      "proxyRefused",
      "interrupted",
      "deadline",
      "badKey",
    ]);
    expect(repeated("POST", "network")).to.have.members([
      "refused",
      "unknownHost",
      "unreachable",
      "proxyUnreachable",
      "proxyFailed",
    ]);
  });

  it("does not repeat what a server lacks for good", () => {
    for (const status of [501, 505]) {
      const decision = ask({ failure: failureWith({ status, effect: "unknown" }) });
      expect(decision, `${status}`).to.deep.equal({ retry: false, because: "pointless" });
    }
    for (const status of [500, 502, 503, 504, 507])
      expect(ask({ failure: failureWith({ status }) }).retry).to.equal(true);
  });

  it("repeats creating and running only where nothing can have happened", () => {
    const network = (reason: "refused" | "unknownHost" | "unreachable" | "reset" | "timeout") =>
      failureWith({
        category: "network",
        reason,
        effect: reason === "reset" || reason === "timeout" ? "unknown" : "none",
      });
    for (const failure of [network("refused"), network("unknownHost"), network("unreachable"), throttled()]) {
      expect(ask({ method: "POST", failure }).retry, failure.reason).to.equal(true);
    }
    const doubtful = [
      network("reset"),
      network("timeout"),
      failureWith({ status: 503, effect: "unknown" }),
      failureWith({ category: "unexpectedResponse", reason: "truncated", effect: "unknown" }),
      // "Too many" inside a success: it may have been done all the same.
      throttled({ status: 200, effect: "unknown" }),
    ];
    for (const failure of doubtful) {
      const decision = ask({ method: "POST", failure });
      expect(decision, failure.reason).to.deep.equal({ retry: false, because: "unsafe" });
    }
  });
});

describe("decideRetry: when", () => {
  const delay = (facts: Partial<RetryQuestion>): number => {
    const decision = ask(facts);
    return decision.retry ? decision.delayMs : NaN;
  };

  it("takes any delay from nothing to a range that doubles from 200 ms", () => {
    expect([1, 2, 3, 4].map((attempts) => delay({ attempts, random: 0.5 }))).to.deep.equal([100, 200, 400, 800]);
    expect(delay({ attempts: 4, random: 0 })).to.equal(0);
    expect(delay({ attempts: 4, random: 0.999 })).to.be.within(1590, 1600);
  });

  it("starts at one second when there were too many requests", () => {
    const failure = throttled();
    expect([1, 2, 3, 4].map((attempts) => delay({ failure, attempts }))).to.deep.equal([500, 1000, 2000, 4000]);
  });

  it("waits as long as the service asks, and a little apart from the others", () => {
    const failure = throttled({ retryAfterMs: 3000 });
    expect(delay({ failure, random: 0 })).to.equal(3000);
    expect(delay({ failure, random: 0.5 })).to.equal(3500);
    expect(delay({ failure: failureWith({ retryAfterMs: 0 }), random: 0.5 })).to.equal(100);
  });

  it("stops after five attempts, without budget and before the deadline would pass", () => {
    expect(ask({ attempts: 4 }).retry).to.equal(true);
    expect(ask({ attempts: 5 })).to.deep.equal({ retry: false, because: "attempts" });
    expect(ask({ hasBudget: false })).to.deep.equal({ retry: false, because: "budget" });
    expect(ask({ remainingMs: 100, random: 0.5 })).to.deep.equal({ retry: false, because: "deadline" });
    expect(ask({ remainingMs: 101, random: 0.5 }).retry).to.equal(true);
  });

  it("never waits longer than 10 s unasked, than 31 s when asked, nor beyond the deadline", () => {
    const question = fc.record({
      method: fc.constantFrom<Method>("GET", "POST", "PATCH", "DELETE"),
      failure: fc.record({
        category: fc.constantFrom(...categories),
        reason: fc.constant("errorResponse" as const),
        effect: fc.constantFrom("none" as const, "unknown" as const),
        retryAfterMs: fc.option(fc.integer({ min: 0, max: 30_000 }), { nil: undefined }),
      }),
      attempts: fc.integer({ min: 1, max: 10 }),
      remainingMs: fc.oneof(fc.constant(Infinity), fc.integer({ min: -1000, max: 100_000 })),
      hasBudget: fc.boolean(),
      random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    });
    fc.assert(
      fc.property(question, (asked) => {
        const decision = decideRetry(asked);
        if (!decision.retry) return;
        expect(asked.attempts).to.be.below(5);
        expect(decision.delayMs).to.be.below(asked.remainingMs);
        expect(decision.delayMs).to.be.within(0, asked.failure.retryAfterMs === undefined ? 10_000 : 31_000);
        if (asked.method === "POST") expect(asked.failure.effect).to.equal("none");
      }),
    );
  });
});

describe("parseRetryAfter", () => {
  const now = Date.parse("Wed, 21 Oct 2026 07:28:00 GMT");
  const cases: [header: string | undefined, milliseconds: number | undefined][] = [
    ["2", 2000],
    [" 0 ", 0],
    ["0.5", 500],
    ["3600", 30_000],
    ["99999999999999999999", 30_000],
    ["Wed, 21 Oct 2026 07:28:05 GMT", 5000],
    ["Wed, 21 Oct 2026 07:27:00 GMT", 0],
    ["Wed, 21 Oct 2037 07:28:00 GMT", 30_000],
    ["soon", undefined],
    ["", undefined],
    [undefined, undefined],
  ];
  for (const [header, milliseconds] of cases) {
    it(`${header === undefined ? "absent" : JSON.stringify(header)} is ${milliseconds === undefined ? "nothing" : `${milliseconds} ms`}`, () => {
      expect(parseRetryAfter(header, now)).to.equal(milliseconds);
    });
  }

  it("does not take a negative number for a date", () => {
    expect(parseRetryAfter("-5", now)).to.be.oneOf([undefined, 0]);
  });
});

const takeAll = (budget: ReturnType<typeof createRetryBudget>): number => {
  let taken = 0;
  for (; budget.hasTokens(); taken++) budget.take();
  return taken;
};

describe("createRetryBudget", () => {
  it("holds a hundred further attempts", () => {
    expect(takeAll(createRetryBudget())).to.equal(100);
  });

  it("gives back what a success took, and a fifth for one that took nothing", () => {
    const budget = createRetryBudget();
    takeAll(budget);
    budget.refund(3);
    expect(takeAll(budget)).to.equal(3);
    for (let success = 0; success < 5; success++) budget.refund(0);
    expect(takeAll(budget)).to.equal(1);
  });

  it("never holds more than at the start", () => {
    const budget = createRetryBudget();
    budget.refund(50);
    expect(takeAll(budget)).to.equal(100);
  });
});
