import { createUntil } from "../../../core/resource/operation-context.ts";
import type { Client } from "../api/client.ts";
import { beginRun, type Begun, type BeginOptions } from "./begin-run.ts";

/** What beginning a run takes from a command or a script, which has no state and no engine. */
export type ScriptedOptions = Pick<
  BeginOptions,
  "subject" | "ifRunning" | "signal" | "remainingMs" | "now" | "wait" | "report" | "hints" | "starts"
>;

/**
 * Begins a run without the engine, once.
 *
 * @throws RunNotBegunError as `beginRun` does
 * @example const { runId } = await beginScriptedRun(client, 1234, { ...options, ifRunning: "wait" });
 */
export function beginScriptedRun(client: Client, pipelineId: number, options: ScriptedOptions): Promise<Begun> {
  const { signal, remainingMs } = options;
  return beginRun(client, pipelineId, {
    ...options,
    call: () => ({ signal, deadlineMs: remainingMs() }),
    until: createUntil(options),
  });
}
