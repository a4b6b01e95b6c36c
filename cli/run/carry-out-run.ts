import { beginRun, type Begun, type IfRunning } from "../../provider/services/sourcepipeline/pipeline-run/begin-run.ts";
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
  const report = (message: string): void => emit({ event: "note", message });
  return beginRun(client, subject.id, {
    subject: describeSubject(subject),
    ifRunning,
    call: () => ({ signal, deadlineMs: remainingMs() }),
    others: new Set(),
    signal,
    remainingMs,
    now,
    wait,
    report,
    hints: {
      lookAgain: `Before another start, look whether it is there: sourcepipeline runs ${wordOf(subject)}`,
      timeout: "--timeout",
      ifRunning: "--if-running",
    },
    until: async (what, withinMs, ask) => {
      const end = now() + Math.min(withinMs, remainingMs());
      for (let pause = pauses.firstMs; ; pause = Math.min(2 * pause, pauses.longestMs)) {
        const answer = await ask();
        const leftMs = end - now();
        if (answer !== undefined || signal.aborted || leftMs <= 0) return answer;
        report(`Waiting for ${what}, at most ${Math.ceil(leftMs / 1000)} s more.`);
        await wait(Math.min(pause, leftMs), signal);
      }
    },
  });
}

/** The first pause between two looks at the history, and the longest. */
const pauses = { firstMs: 500, longestMs: 5_000 };
