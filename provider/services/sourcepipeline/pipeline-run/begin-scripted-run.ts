import type { Client } from "../api/client.ts";
import { beginRun, type Begun, type BeginOptions } from "./begin-run.ts";

/** What beginning a run takes from a command or a script, which has no state and no engine. */
export type ScriptedOptions = Pick<
  BeginOptions,
  "subject" | "ifRunning" | "signal" | "remainingMs" | "now" | "wait" | "report" | "hints" | "starts"
>;

/** The first pause between two looks at the history, and the longest, in milliseconds. */
const pauses = { firstMs: 500, longestMs: 5_000 };

/**
 * Begins a run without the engine, once.
 *
 * @throws RunNotBegunError as `beginRun` does
 * @example const { runId } = await beginScriptedRun(client, 1234, { ...options, ifRunning: "wait" });
 */
export function beginScriptedRun(client: Client, pipelineId: number, options: ScriptedOptions): Promise<Begun> {
  const { signal, remainingMs, now, wait, report } = options;
  return beginRun(client, pipelineId, {
    ...options,
    call: () => ({ signal, deadlineMs: remainingMs() }),
    until: async (what, withinMs, ask) => {
      const end = now() + Math.min(withinMs, remainingMs());
      for (let pause = pauses.firstMs; ; pause = Math.min(2 * pause, pauses.longestMs)) {
        const answer = await ask();
        const leftMs = end - now();
        if (answer !== undefined || signal.aborted || leftMs <= 0) return answer;
        report(`Waiting for ${what}, at most ${String(Math.ceil(leftMs / 1000))} s more.`);
        await wait(Math.min(pause, leftMs), signal);
      }
    },
  });
}
