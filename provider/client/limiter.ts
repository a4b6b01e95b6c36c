import pLimit from "p-limit";
import type { Outcome } from "./failure.ts";
import { freePace, reserveStart, slowDown, speedUp } from "./pace.ts";

/** Lets attempts start: a bounded number at a time, and all of them slower once the service has said "too many". */
export interface Limiter {
  /** Makes the attempt when its turn comes; undefined when the signal aborted before it started. */
  readonly run: (attempt: () => Promise<Outcome>, signal: AbortSignal) => Promise<Outcome | undefined>;
}

/** The limiters of a process, one for each endpoint and access key. */
export type Limiters = (endpoint: string, accessKey: string) => Limiter;

/** What limiters take from their surroundings. */
export interface LimiterPorts {
  readonly now: () => number;
  readonly random: () => number;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

const concurrency = 8;

/** How long all stop after a 429 that does not say how long: between half a second and one, in milliseconds. */
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
  let pace = freePace;

  /**
   * Waits for the reserved time and gives it; undefined when the signal aborted. A 429 meanwhile moves everybody's
   * place, so it is reserved anew.
   */
  const waitForStart = async (signal: AbortSignal): Promise<number | undefined> => {
    for (;;) {
      const reserved = reserveStart(pace, now());
      pace = reserved.pace;
      const { pausedUntil } = pace;
      if (reserved.startAt > now()) await wait(reserved.startAt - now(), signal);
      if (signal.aborted) return undefined;
      if (pace.pausedUntil === pausedUntil) return reserved.startAt;
    }
  };

  const attemptInTurn = async (attempt: () => Promise<Outcome>, signal: AbortSignal): Promise<Outcome | undefined> => {
    const startedAt = await waitForStart(signal);
    if (startedAt === undefined) return undefined;
    const outcome = await attempt();
    pace = isThrottled(outcome)
      ? slowDown(pace, {
          startedAt,
          now: now(),
          pauseMs: outcome.failure?.retryAfterMs ?? pauseMs * (0.5 + random() / 2),
        })
      : speedUp(pace, startedAt);
    return outcome;
  };

  return {
    run: (attempt, signal) => {
      if (signal.aborted) return Promise.resolve(undefined);
      let hasStarted = false;
      const turn = slots(() =>
        attemptInTurn(() => {
          hasStarted = true;
          return attempt();
        }, signal),
      );
      const over = new AbortController();
      const abandoned = new Promise<undefined>((resolve) => {
        const abandon = (): void => {
          if (!hasStarted) resolve(undefined);
        };
        signal.addEventListener("abort", abandon, { signal: over.signal });
      });
      return Promise.race([turn, abandoned]).finally(() => over.abort());
    },
  };
}

const isThrottled = ({ failure }: Outcome): boolean => failure?.category === "throttling";
