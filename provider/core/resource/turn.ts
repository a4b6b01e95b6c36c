import type { CallOptions } from "../http/index.ts";
import type { Report } from "./report.ts";

/** The time of one call of a verb: how long it may take, and what ends it early. */
export interface Turn {
  /** For a call of the client: the signal, and what is left of the time. */
  options(): CallOptions;
  /** What is left of the time, in milliseconds. */
  remainingMs(): number;
  /** Whether the user ended the command. */
  interrupted(): boolean;
  /**
   * Asks until there is an answer, with growing pauses; undefined when there is none in time, or the user ended the
   * command. `what` says for people what is waited for.
   */
  until<Answer>(what: string, withinMs: number, ask: () => Promise<Answer | undefined>): Promise<Answer | undefined>;
}

/** What a turn takes from its surroundings. */
export interface TurnPorts {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Ends early, without an error, when the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Aborts when the user ends the command. */
  readonly signal: AbortSignal;
  readonly report: Report;
}

/** How long a verb may take unless the resource's `customTimeouts` say otherwise. */
const longestMs = 10 * 60_000;

/** The first pause between two questions, and the longest. */
const pauses = { firstMs: 500, longestMs: 5_000 };

export function createTurn({ now, wait, signal, report }: TurnPorts, timeoutMs = longestMs): Turn {
  const deadline = now() + timeoutMs;
  const interrupted = (): boolean => signal.aborted;
  const remainingMs = (): number => Math.max(0, deadline - now());
  return {
    options: () => ({ signal, deadlineMs: remainingMs() }),
    remainingMs,
    interrupted,
    until: async (what, withinMs, ask) => {
      const end = Math.min(deadline, now() + withinMs);
      for (let pause = pauses.firstMs; ; pause = Math.min(2 * pause, pauses.longestMs)) {
        const answer = await ask();
        if (answer !== undefined) return answer;
        const leftMs = end - now();
        if (interrupted() || leftMs <= 0) return undefined;
        report("info", `Waiting for ${what}, at most ${String(Math.ceil(leftMs / 1000))} s more.`);
        // The last question comes when the time is up, not a pause before.
        await wait(Math.min(pause, leftMs), signal);
        if (interrupted()) return undefined;
      }
    },
  };
}
