import { commandLine } from "../../provider/core/command-line.ts";
import type { Begun, IfRunning } from "../../provider/services/sourcepipeline/pipeline-run/begin-run.ts";
import { beginScriptedRun } from "../../provider/services/sourcepipeline/pipeline-run/begin-scripted-run.ts";
import { createStarts } from "../../provider/services/sourcepipeline/pipeline-run/starts.ts";
import type { Client } from "../../provider/services/sourcepipeline/api/client.ts";
import { exitCodes } from "./exit-codes.ts";
import { describeSubject, type RunSubject, wordOf } from "./run-events.ts";
import { type Limits, type RunPorts, superviseRun } from "./supervise-run.ts";

/** How a run is started and followed. */
export interface RunOptions extends Limits {
  readonly ifRunning: IfRunning;
  /** Whether the command stays until the run ends. */
  readonly isFollowed: boolean;
}

/**
 * Starts a run, once, and follows it.
 *
 * @returns the exit code
 * @throws ResourceError when none was started, or it cannot be told
 */
export async function carryOutRun(
  client: Client,
  subject: RunSubject,
  options: RunOptions,
  ports: RunPorts,
): Promise<number> {
  const deadline = ports.now() + options.timeoutMs;
  const remainingMs = (): number => Math.max(0, deadline - ports.now());
  const { runId, isJoined } = await begin(client, subject, options.ifRunning, remainingMs, ports);
  ports.emit({ event: isJoined ? "joined" : "started", runId: String(runId) });
  if (!options.isFollowed) return exitCodes.success;
  // What somebody else started is not ours to end.
  const cancelOn = isJoined ? { interrupt: false, timeout: false } : options.cancelOn;
  return superviseRun(client, subject, String(runId), { timeoutMs: remainingMs(), cancelOn }, ports);
}

function begin(
  client: Client,
  subject: RunSubject,
  ifRunning: IfRunning,
  remainingMs: () => number,
  { signal, now, wait, emit }: RunPorts,
): Promise<Begun> {
  return beginScriptedRun(client, subject.id, {
    subject: describeSubject(subject),
    ifRunning,
    starts: createStarts(),
    signal,
    remainingMs,
    now,
    wait,
    report: (message) => emit({ event: "note", message }),
    hints: {
      lookAgain: `Before another start, look whether it is there: ${commandLine(`runs ${wordOf(subject)}`)}`,
      timeout: "--timeout",
      ifRunning: "--if-running",
    },
  });
}
