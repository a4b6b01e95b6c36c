import { isOf, ResourceError } from "../../../core/resource/errors.ts";
import type { Client } from "../api/client.ts";
import type { IfRunning } from "./descriptor.ts";
import { followRun } from "./follow-run.ts";
import type { HistoryEntry } from "./run-outcome.ts";
import {
  type Baseline,
  baselineOf,
  describeEntry,
  newcomers,
  programHints,
  readHistory,
  runsUnderWay,
  startRun,
  type StartOptions,
} from "./start-run.ts";

export type { IfRunning } from "./descriptor.ts";

/** A run that was begun, or joined. */
export interface Begun {
  readonly runId: number;
  /** Whether it was under way already: then it is somebody else's, and nobody here may cancel it. */
  readonly isJoined: boolean;
}

export interface BeginOptions extends StartOptions {
  readonly ifRunning: IfRunning;
  readonly signal: AbortSignal;
  readonly remainingMs: () => number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Reports what is waited for, or which run is joined. */
  readonly report: (message: string) => void;
  /** What an earlier command noted before it ended without a word. */
  readonly earlier?: Baseline | undefined;
  /** Called before the request is sent: what tells a run that it began from all others. */
  readonly onBaseline?: (baseline: Baseline) => void;
}

/**
 * Begins a run, once: looks for one that an earlier command began, does what is wanted about one that is under way, and
 * starts.
 *
 * @throws ResourceError for a run under way that is not wanted, one that does not end in time, or several candidates
 * @example const { runId } = await beginRun(client, 1234, { ...options, ifRunning: "wait" });
 */
export async function beginRun(client: Client, pipelineId: number, options: BeginOptions): Promise<Begun> {
  const { call, others, ifRunning, now, report, earlier, onBaseline } = options;
  let history = await readHistory(client, pipelineId, call());
  const left = earlier === undefined ? [] : newcomers(history, earlier, others);
  if (left.length > 0) return { runId: onlyOf(left, options).id, isJoined: false };

  for (;;) {
    const [running] = runsUnderWay(history);
    if (running !== undefined && ifRunning !== "start") {
      if (ifRunning === "fail") throw new ResourceError(isRunning(running, options));
      if (ifRunning === "join") {
        report(`Joining run ${describeEntry(running)}.`);
        return { runId: running.id, isJoined: true };
      }
      await awaitEnd(client, pipelineId, running, options);
      history = await readHistory(client, pipelineId, call());
      continue;
    }
    const baseline = baselineOf(history, now());
    onBaseline?.(baseline);
    try {
      return { runId: await startRun(client, pipelineId, baseline, options), isJoined: false };
    } catch (error) {
      // A service that allows one run at a time, and somebody was faster.
      if (!isOf(error, "conflict") || ifRunning === "start" || ifRunning === "fail") throw error;
      history = await readHistory(client, pipelineId, call());
      if (runsUnderWay(history).length === 0) throw error;
    }
  }
}

/** The one run that an earlier command began. */
function onlyOf(candidates: readonly HistoryEntry[], { subject, report }: BeginOptions): HistoryEntry {
  const [only, ...more] = candidates;
  if (only !== undefined && more.length === 0) {
    report(
      `Run ${describeEntry(only)} was begun by an earlier command that ended before it was saved: it is followed.`,
    );
    return only;
  }
  throw new ResourceError(
    `An earlier command that asked to run ${subject} ended before it was saved, and ${String(candidates.length)} runs ` +
      `began since: ${candidates.map(describeEntry).join(", ")}. Nothing was started. If one of them is the wanted one, ` +
      `leave it at that; to start another one, change triggers.`,
  );
}

async function awaitEnd(
  client: Client,
  pipelineId: number,
  running: HistoryEntry,
  { subject, signal, remainingMs, now, wait, report, hints = programHints }: BeginOptions,
): Promise<void> {
  report(`Waiting for run ${describeEntry(running)} to end.`);
  const address = { pipelineId, runId: running.id };
  const { by } = await followRun(client, address, { signal, timeoutMs: remainingMs(), now, wait });
  if (by === "end") return;
  const why = by === "timeout" ? "did not end in time" : "was still under way when the command was interrupted";
  throw new ResourceError(
    `Run ${String(running.id)} of ${subject} ${why}. No run was started. Wait for its end, allow more time ` +
      `(${hints.timeout}), or choose another ${hints.ifRunning}.`,
  );
}

const isRunning = (running: HistoryEntry, { subject, hints = programHints }: BeginOptions): string =>
  `Run ${describeEntry(running)} of ${subject} is under way, and ${hints.ifRunning} is "fail". No run was started. Wait ` +
  `for its end, cancel it, or choose "wait", "join" or "start".`;
