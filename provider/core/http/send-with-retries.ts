import type { Method } from "./operation.ts";
import { isClockSkew, type ServiceClock } from "./clock-skew.ts";
import { describeFailure } from "./create-service-error.ts";
import type { Effect, Failure, Outcome } from "./failure.ts";
import type { Limiter } from "./limiter.ts";
import { decideRetry, type RetryBudget } from "./retry.ts";
import type { StopSignal } from "./stop-signal.ts";
import type { Wait } from "./wait.ts";

/** What sending needs besides the attempt itself. */
export interface SendContext {
  readonly method: Method;
  /** For progress lines: "get a pipeline". */
  readonly summary: string;
  readonly limiter: Limiter;
  readonly budget: RetryBudget;
  readonly clock: ServiceClock;
  readonly stop: StopSignal;
  readonly random: () => number;
  readonly wait: Wait;
  readonly log: (level: "info" | "warning", message: string) => void;
}

/** How a call ended, and after how many attempts. */
export type Sent = Outcome & { readonly attempts: number };

/**
 * Makes attempts until one succeeds or none is worth making. An attempt that may have had an effect stays in the
 * account: however the last one ends, the effect of the whole call is then unknown.
 */
export async function sendWithRetries(attempt: () => Promise<Outcome>, context: SendContext): Promise<Sent> {
  const { method, summary, limiter, budget, clock, stop, random, wait, log } = context;
  let failure: Failure | undefined;
  let effect: Effect = "none";
  let isSignedAgain = false;
  let retries = 0;
  let taken = 0;

  for (let attempts = 1; ; attempts++) {
    const outcome = await limiter.run(attempt, stop.signal);
    if (outcome === undefined) return { failure: failure ?? unsent(stop), attempts: attempts - 1 };
    if (outcome.failure === undefined) {
      budget.refund(taken);
      return { ...outcome, attempts };
    }
    if (outcome.failure.effect === "unknown") effect = "unknown";
    failure = { ...outcome.failure, effect };

    if (isClockSkew(outcome.failure) && !isSignedAgain && !stop.signal.aborted) {
      isSignedAgain = true;
      clock.learn(outcome.failure);
      continue;
    }
    // The limiter slows everybody down after a 429, and a service that asks for it is not broken.
    const isFree = failure.category === "throttling";
    const decision = decideRetry({
      method,
      failure: outcome.failure,
      attempts: retries + 1,
      remainingMs: stop.remainingMs(),
      hasBudget: isFree || budget.hasTokens(),
      random: random(),
    });
    if (!decision.retry || stop.signal.aborted) return { failure, attempts };

    retries++;
    if (!isFree) {
      budget.take();
      taken++;
    }
    log("info", `Waiting ${seconds(decision.delayMs)} to ${summary} again: ${describeFailure(failure)}.`);
    await wait(decision.delayMs, stop.signal);
  }
}

/** The call ended before anything was sent. */
const unsent = (stop: StopSignal): Failure => ({
  category: "network",
  reason: stop.reason() ?? "interrupted",
  effect: "none",
});

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
