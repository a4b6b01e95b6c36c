import type { Category } from "./error-codes.ts";
import type { Failure } from "./failure.ts";
import type { Method } from "./operation.ts";
import { reasons } from "./reasons.ts";

/** Everything that decides whether a failed attempt is made again. */
export interface RetryQuestion {
  readonly method: Method;
  readonly failure: Failure;
  /** Attempts made so far, from 1. */
  readonly attempts: number;
  /** Until the deadline of the call, in milliseconds; Infinity without one. */
  readonly remainingMs: number;
  /** Whether the budget of this client allows one more. */
  readonly hasBudget: boolean;
  /** From 0 up to, not including, 1. */
  readonly random: number;
}

/** How long to wait, in milliseconds, or why not to try again. */
export type RetryDecision =
  | { readonly retry: true; readonly delayMs: number }
  | { readonly retry: false; readonly because: "pointless" | "unsafe" | "attempts" | "budget" | "deadline" };

const limits = { attempts: 5, baseMs: 200, throttlingBaseMs: 1_000, longestMs: 10_000 };

const transientCategories: ReadonlySet<Category> = new Set(["throttling", "server", "network"]);

/** Failures of a server that lacks something for good: Not Implemented, HTTP Version Not Supported. */
const lastingStatuses: ReadonlySet<number | undefined> = new Set([501, 505]);

/**
 * Whether to try again, and when. GET, DELETE and PATCH, which states all that it changes, may be repeated; POST only
 * when it certainly had no effect. The delay is full jitter over a doubling range; a `Retry-After` comes on top of
 * what the jitter of the first range gives, so that those who got the same do not return at the same moment.
 *
 * @example decideRetry({ method: "GET", failure, attempts: 1, remainingMs: Infinity, hasBudget: true, random: 0.5 })
 */
export function decideRetry(question: RetryQuestion): RetryDecision {
  const { method, failure, attempts, remainingMs, hasBudget } = question;
  if (!isTransient(failure)) return { retry: false, because: "pointless" };
  if (method === "POST" && !isWithoutEffect(failure)) return { retry: false, because: "unsafe" };
  if (attempts >= limits.attempts) return { retry: false, because: "attempts" };
  if (!hasBudget) return { retry: false, because: "budget" };

  const delayMs = delayOf(question);
  return delayMs < remainingMs ? { retry: true, delayMs } : { retry: false, because: "deadline" };
}

function delayOf({ failure, attempts, random }: RetryQuestion): number {
  const base = failure.category === "throttling" ? limits.throttlingBaseMs : limits.baseMs;
  if (failure.retryAfterMs !== undefined) return Math.ceil(failure.retryAfterMs + random * base);
  return Math.ceil(random * Math.min(limits.longestMs, base * 2 ** (attempts - 1)));
}

function isTransient({ category, reason, status }: Failure): boolean {
  const { isTransient: byReason } = reasons[reason];
  return byReason ?? (transientCategories.has(category) && !lastingStatuses.has(status));
}

const isWithoutEffect = ({ effect, category, reason }: Failure): boolean =>
  effect === "none" && (category === "throttling" || reasons[reason].isUnsent === true);

/** Longer than this nobody waits, whatever the service asks for: 30 seconds, in milliseconds. */
const longestRetryAfter = 30_000;

/**
 * Reads a `Retry-After` header: seconds or a date (RFC 9110, section 10.2.3).
 *
 * @param now The service's clock, in milliseconds since the epoch: what a date counts from.
 * @returns Milliseconds from 0 to 30,000; undefined when the header is absent or cannot be read.
 * @example parseRetryAfter("2", now) // 2000
 */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? "";
  const milliseconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(milliseconds) ? undefined : Math.min(Math.max(milliseconds, 0), longestRetryAfter);
}

/** How many further attempts a client may still make: a broken service then fails fast for all resources together. */
export interface RetryBudget {
  readonly hasTokens: () => boolean;
  /** One further attempt is made. */
  readonly take: () => void;
  /** A call succeeded after this many further attempts. */
  readonly refund: (taken: number) => void;
}

const capacity = 100;

/** What a success at the first attempt gives back: a fifth of an attempt. */
const interest = 0.2;

/** A full bucket of tokens. */
export function createRetryBudget(): RetryBudget {
  let tokens = capacity;
  return {
    hasTokens: () => tokens >= 1,
    take: () => {
      tokens = Math.max(0, tokens - 1);
    },
    refund: (taken) => {
      tokens = Math.min(capacity, tokens + Math.max(taken, interest));
    },
  };
}
