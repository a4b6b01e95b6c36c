import type { Category } from "./error-codes.ts";
import type { Method } from "./operation.ts";
import type { Failure, Reason } from "./failure.ts";

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

/** The answer: how long to wait, in milliseconds, or why not to try again. */
export type RetryDecision =
  | { readonly retry: true; readonly delayMs: number }
  | { readonly retry: false; readonly because: "pointless" | "unsafe" | "attempts" | "budget" | "deadline" };

const limits = { attempts: 5, baseMs: 200, throttlingBaseMs: 1_000, longestMs: 10_000 };

const transientCategories: ReadonlySet<Category> = new Set(["throttling", "server", "network"]);

/** Of an answer that is no answer, only what a broken connection or an overloaded server leaves behind. */
const transientReasons: ReadonlySet<Reason> = new Set(["truncated", "empty"]);

/** Network failures that come again and again. */
const lastingReasons: ReadonlySet<Reason> = new Set([
  "insecure",
  "notHttp",
  "proxyAuthentication",
  "proxyRefused",
  "interrupted",
  "deadline",
  "unexplained",
]);

/** Failures of a server that lacks something for good: Not Implemented, HTTP Version Not Supported. */
const lastingStatuses: ReadonlySet<number | undefined> = new Set([501, 505]);

/** Ways to fail before the service saw anything. */
const unsentReasons: ReadonlySet<Reason> = new Set([
  "refused",
  "unknownHost",
  "unreachable",
  "proxyUnreachable",
  "proxyFailed",
]);

/**
 * Whether to try again, and when. GET, DELETE and PATCH, which states the whole pipeline, may be repeated; POST only
 * when it certainly had no effect. The delay is full jitter over a doubling range; a `Retry-After` comes on top of
 * what the jitter of the first range gives, so that those told the same do not return at the same moment.
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

const isTransient = ({ category, reason, status }: Failure): boolean =>
  (transientCategories.has(category) && !lastingReasons.has(reason) && !lastingStatuses.has(status)) ||
  transientReasons.has(reason);

const isWithoutEffect = ({ effect, category, reason }: Failure): boolean =>
  effect === "none" && (category === "throttling" || unsentReasons.has(reason));
