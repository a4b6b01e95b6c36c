import pLimit from "p-limit";
import type { Outcome } from "./failure.ts";
import { earliestStart, freePace, noteStart, slowDown, speedUp, type Pace } from "./pace.ts";
import type { Wait } from "./wait.ts";

/** Lets attempts start: a bounded number at a time, and all of them slower once the service has responded "too many". */
export interface Limiter {
  /** Makes the attempt when there is room; undefined when the signal aborted before it started. */
  readonly run: (attempt: () => Promise<Outcome>, signal: AbortSignal) => Promise<Outcome | undefined>;
}

/** The limiters of a process, one for each endpoint and access key. */
export type Limiters = (endpoint: string, accessKey: string) => Limiter;

/** What limiters take from their surroundings. */
export interface LimiterPorts {
  readonly now: () => number;
  readonly random: () => number;
  readonly wait: Wait;
}

const concurrency = 6;

/** How long all stop after a 429 without a Retry-After: between half a second and one, in milliseconds. */
const pauseMs = 1_000;

/** The registry of a process. Quotas belong to an account at an endpoint, so that is what shares a limiter. */
export function createLimiters(ports: LimiterPorts): Limiters {
  const limiters = new Map<string, Limiter>();
  return (endpoint, accessKey) => {
    const key = JSON.stringify([endpoint, accessKey]);
    const limiter = limiters.get(key) ?? createLimiter(ports);
    limiters.set(key, limiter);
    return limiter;
  };
}

/** One limiter. */
export function createLimiter({ now, random, wait }: LimiterPorts): Limiter {
  const slots = pLimit(concurrency);
  const line = pLimit(1);
  let pace = freePace;

  const learn = (outcome: Outcome, times: { startedAt: number; now: number }): Pace => {
    if (outcome.failure === undefined) return speedUp(pace, times);
    const { category, retryAfterMs = pauseMs * (0.5 + random() / 2) } = outcome.failure;
    return category === "throttling" ? slowDown(pace, { ...times, pauseMs: retryAfterMs }) : pace;
  };

  /** Waits until a request may start and gives the time; undefined when the signal aborted. */
  const waitForStart = async (signal: AbortSignal): Promise<number | undefined> => {
    for (;;) {
      const { pausedUntil } = pace;
      const startAt = earliestStart(pace, now());
      if (startAt > now()) await wait(startAt - now(), signal);
      if (signal.aborted) return undefined;
      // Another response may have made everybody stop in the meantime.
      if (pace.pausedUntil > pausedUntil) continue;
      pace = noteStart(pace, startAt);
      return startAt;
    }
  };

  const attemptWhenFree = async (
    attempt: () => Promise<Outcome>,
    signal: AbortSignal,
  ): Promise<Outcome | undefined> => {
    const startedAt = await line(() => waitForStart(signal));
    if (startedAt === undefined) return undefined;
    const outcome = await attempt();
    pace = learn(outcome, { startedAt, now: now() });
    return outcome;
  };

  return {
    run: async (attempt, signal) => {
      if (signal.aborted) return undefined;
      const { promise: abandoned, resolve: abandon } = Promise.withResolvers<undefined>();
      const abandonIt = (): void => abandon(undefined);
      signal.addEventListener("abort", abandonIt);
      const attempted = slots(() =>
        attemptWhenFree(() => {
          // What has started is awaited, whatever becomes of the signal.
          signal.removeEventListener("abort", abandonIt);
          return attempt();
        }, signal),
      );
      try {
        return await Promise.race([attempted, abandoned]);
      } finally {
        signal.removeEventListener("abort", abandonIt);
      }
    },
  };
}
