import type { CallOptions } from "../http/index.ts";
import { type Location, locationOf } from "../location.ts";
import type { Host, Report, Session } from "../session.ts";
import type { Owners } from "./owners.ts";

/** One call of a verb: in which session, how long it may take, what ends it early, and whom it reports to. */
export interface OperationContext {
  readonly session: Session;
  readonly report: Report;
  readonly owners: Owners;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Ends early, without an error, when the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Aborts when nobody waits any more. */
  readonly signal: AbortSignal;
  /** IANA name of the user's time zone. */
  readonly userZone: () => string;
  /** For a call of a client: the signal, and what is left of the time. */
  readonly options: () => CallOptions;
  /** What is left of the time, in milliseconds. */
  readonly remainingMs: () => number;
  /** Whether the user ended the command. */
  readonly interrupted: () => boolean;
  /** Whether whoever runs this went away without a word: nobody asked for an end. */
  readonly isAbandoned: () => boolean;
  /**
   * Asks until there is an answer, with growing pauses; undefined when there is none in time, or the user ended the
   * command. `what` says for people what is waited for.
   */
  readonly until: <Answer>(
    what: string,
    withinMs: number,
    ask: () => Promise<Answer | undefined>,
  ) => Promise<Answer | undefined>;
  /** The same operation with a time of its own; what must come to an end whatever the user does cannot be interrupted. */
  readonly withTime: (timeoutMs: number, options?: { interruptible: boolean }) => OperationContext;
}

/** How long a verb may take unless the resource's `customTimeouts` say otherwise. */
const defaultTimeoutMs = 10 * 60_000;

/** The first pause between two questions, and the longest. */
const pauses = { firstMs: 500, longestMs: 5_000 };

/** Of what has to come to its end whatever the user does. */
const uninterrupted = new AbortController().signal;

/**
 * Makes the `until` of an operation, or of what follows something without one.
 *
 * @param ports whose time, whose end, and whom it reports to
 */
export function createUntil({
  now,
  wait,
  signal,
  remainingMs,
  report,
}: Pick<OperationContext, "now" | "wait" | "signal" | "remainingMs"> & {
  readonly report: (message: string) => void;
}): OperationContext["until"] {
  const interrupted = (): boolean => signal.aborted;
  return async (what, withinMs, ask) => {
    const end = now() + Math.min(withinMs, remainingMs());
    for (let pause = pauses.firstMs; ; pause = Math.min(2 * pause, pauses.longestMs)) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      const leftMs = end - now();
      if (interrupted() || leftMs <= 0) return undefined;
      report(`Waiting for ${what}, at most ${String(Math.ceil(leftMs / 1000))} s more.`);
      // The last question comes when the time is up, not a pause before.
      await wait(Math.min(pause, leftMs), signal);
      if (interrupted()) return undefined;
    }
  };
}

/** The operation on a resource that stands, or is to stand, at a location: in the session of that location. */
export const contextAt = (host: Host, stored: Partial<Location>, timeoutMs?: number): OperationContext =>
  createOperationContext(host.connect(locationOf(stored)), host, timeoutMs);

export function createOperationContext(
  session: Session,
  host: Host,
  timeoutMs = defaultTimeoutMs,
  signal: AbortSignal = host.signal,
): OperationContext {
  const { report, owners, now, wait, userZone } = host;
  const deadline = now() + timeoutMs;
  const interrupted = (): boolean => signal.aborted;
  const remainingMs = (): number => Math.max(0, deadline - now());
  return {
    session,
    report,
    owners,
    now,
    wait,
    signal,
    userZone,
    options: () => ({ signal, deadlineMs: remainingMs() }),
    remainingMs,
    interrupted,
    isAbandoned: host.isAbandoned,
    until: createUntil({ now, wait, signal, remainingMs, report: (message) => report("info", message) }),
    withTime: (ms, { interruptible } = { interruptible: true }) =>
      createOperationContext(session, host, ms, interruptible ? host.signal : uninterrupted),
  };
}
