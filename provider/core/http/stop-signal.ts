import type { CallOptions } from "./operation.ts";
import type { Wait } from "./wait.ts";

/** Why a call must not go on. */
type StopReason = "interrupted" | "deadline";

/** One signal for everything that ends a call early, and how to let go of it. */
export interface StopSignal {
  readonly signal: AbortSignal;
  /** Undefined while the call may go on. */
  readonly reason: () => StopReason | undefined;
  /** Until the deadline, in milliseconds; Infinity without one. */
  readonly remainingMs: () => number;
  readonly release: () => void;
}

/** What the signal takes from its surroundings. */
export interface StopPorts {
  readonly now: () => number;
  readonly wait: Wait;
  /** Ends all calls of a client. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * A timer may fire a moment before the clock gets there, so the rest is waited for as well; but a clock that stands
 * still, as in tests, never gets there.
 */
const rounds = 5;

/** Joins the signals of the call and of its client, and the deadline of the call. */
export function createStopSignal({ signal, deadlineMs = Infinity }: CallOptions, ports: StopPorts): StopSignal {
  const { now, wait } = ports;
  const signals = [signal, ports.signal].filter((given) => given !== undefined);
  const controller = new AbortController();
  const released = new AbortController();
  const deadline = now() + deadlineMs;
  let reason: StopReason | undefined;

  const stop = (because: StopReason): void => {
    reason ??= because;
    controller.abort();
  };
  const interrupt = (): void => stop("interrupted");
  const stopAtDeadline = async (): Promise<void> => {
    for (let round = 0; round < rounds && now() < deadline; round++) {
      await wait(deadline - now(), released.signal);
      if (released.signal.aborted) return;
    }
    if (now() >= deadline) stop("deadline");
  };

  if (signals.some(({ aborted }) => aborted)) interrupt();
  for (const given of signals) given.addEventListener("abort", interrupt);
  if (deadlineMs < Infinity) void stopAtDeadline();

  return {
    signal: controller.signal,
    reason: () => reason,
    remainingMs: () => deadline - now(),
    release: () => {
      for (const given of signals) given.removeEventListener("abort", interrupt);
      // With a reason of its own: without one, an error is made that nobody reads.
      released.abort("released");
    },
  };
}
