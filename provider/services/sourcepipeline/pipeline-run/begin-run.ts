import { isOf, ResourceError } from "../../../core/resource/errors.ts";
import type { Client } from "../api/client.ts";
import type { IfRunning } from "./descriptor.ts";
import { followRun } from "./follow-run.ts";
import { RunNotBegunError } from "./run-not-begun.ts";
import type { HistoryEntry } from "./run-outcome.ts";
import {
  awaitCandidates,
  type Baseline,
  baselineOf,
  describeEntry,
  newcomers,
  programHints,
  readHistory,
  runsUnderWay,
  startRun,
  type StartOptions,
  visibleWithinMs,
} from "./start-run.ts";

export type { IfRunning } from "./descriptor.ts";

/** A run that was begun, or joined. */
export interface Begun {
  readonly runId: number;
  /** Whether it was under way already: then it is somebody else's, and nobody here may cancel it. */
  readonly isJoined: boolean;
}

/** What an earlier command noted before it ended without a word. */
interface Earlier {
  /** What there was before it asked for a start. */
  readonly baseline: Baseline;
  /** Whose a run is, where its start was confirmed: of the same change, or of another one. */
  readonly ownerOf: (runId: number) => "same" | "other" | undefined;
}

export interface BeginOptions extends StartOptions {
  readonly ifRunning: IfRunning;
  readonly remainingMs: () => number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Reports what is waited for, or which run is joined. */
  readonly report: (message: string) => void;
  /** Asked before each try. */
  readonly earlier?: () => Earlier | undefined;
  /** Called before the request is sent: what tells a run that it began from all others. */
  readonly onBaseline?: (baseline: Baseline) => void;
  /** Called when it is known which run it is, before another one of the pipeline is begun in this process. */
  readonly onBegun?: (begun: Begun) => void;
}

/**
 * Begins a run, once: looks for one that an earlier command began, does what is wanted about one that is under way, and
 * starts.
 *
 * @throws RunNotBegunError for a run under way that is not wanted, one that does not end in time, or several candidates
 * @example const { runId } = await beginRun(client, 1234, { ...options, ifRunning: "wait" });
 */
export async function beginRun(client: Client, pipelineId: number, options: BeginOptions): Promise<Begun> {
  const { starts, onBegun } = options;
  for (;;) {
    const next = await starts.inTurn(pipelineId, async () => {
      const tried = await tryToBegin(client, pipelineId, options.earlier?.(), options);
      if ("underWay" in tried) return tried;
      starts.known.add(tried.runId);
      onBegun?.(tried);
      return tried;
    });
    if (!("underWay" in next)) return next;
    await awaitEnd(client, pipelineId, next.underWay, options);
  }
}

/** Begins a run, or says which one has to end before. */
async function tryToBegin(
  client: Client,
  pipelineId: number,
  earlier: Earlier | undefined,
  options: BeginOptions,
): Promise<Begun | { readonly underWay: HistoryEntry }> {
  const { call, ifRunning, now, report, onBaseline } = options;
  if (earlier !== undefined) {
    const left = await leftBy(client, pipelineId, earlier, options);
    if (left.length > 0) return { runId: onlyOf(left, options).id, isJoined: false };
  }
  const history = await readHistory(client, pipelineId, call());
  const [running] = runsUnderWay(history);
  if (running !== undefined && ifRunning !== "start") {
    if (ifRunning === "fail") throw new RunNotBegunError("underWay", isRunning(running, options), [running]);
    if (ifRunning === "wait") return { underWay: running };
    report(`Joining run ${describeEntry(running)}.`);
    return { runId: running.id, isJoined: true };
  }
  const baseline = baselineOf(history, now());
  onBaseline?.(baseline);
  try {
    return { runId: await startRun(client, pipelineId, baseline, options), isJoined: false };
  } catch (error) {
    // A service that allows one run at a time, and somebody was faster.
    if (!isOf(error, "conflict") || ifRunning === "start" || ifRunning === "fail") throw error;
    const [faster] = runsUnderWay(await readHistory(client, pipelineId, call()));
    if (faster === undefined) throw error;
    if (ifRunning === "wait") return { underWay: faster };
    report(`Joining run ${describeEntry(faster)}.`);
    return { runId: faster.id, isJoined: true };
  }
}

/** The runs that may be the one that an earlier command began, as soon as the history must show it. */
async function leftBy(
  client: Client,
  pipelineId: number,
  { baseline, ownerOf }: Earlier,
  options: BeginOptions,
): Promise<readonly HistoryEntry[]> {
  const { starts, now, call } = options;
  const select = (history: readonly HistoryEntry[]): readonly HistoryEntry[] => {
    const left = newcomers(history, baseline, starts.known).filter(({ id }) => ownerOf(id) !== "other");
    const confirmed = left.filter(({ id }) => ownerOf(id) === "same");
    return confirmed.length > 0 ? confirmed : left;
  };
  const soon = baseline.at + visibleWithinMs - now();
  const [first, ...more] = select(await readHistory(client, pipelineId, call()));
  if (soon <= 0 || (first !== undefined && (more.length > 0 || ownerOf(first.id) === "same"))) {
    return first === undefined ? [] : [first, ...more];
  }
  const { candidates, isComplete } = await awaitCandidates(client, pipelineId, soon, options, select);
  if (isComplete) return candidates;
  throw new RunNotBegunError(
    "interrupt",
    `An earlier command that asked to run ${options.subject} ended before it was saved, and this one was interrupted ` +
      `before the history could show what became of it. No run was started. Run the command again.`,
    candidates,
  );
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
  throw new RunNotBegunError(
    "unconfirmed",
    `An earlier command that asked to run ${subject} ended before it was saved, and ${String(candidates.length)} runs ` +
      `began since: ${candidates.map(describeEntry).join(", ")}. Nothing was started. If one of them is the wanted one, ` +
      `set runOnCreate: false, which records the triggers and runs nothing; where the resource has run before, set ` +
      `triggers back to what they were. To start another one, change triggers.`,
    candidates,
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
  const { by } = await followRun(client, address, { signal, timeoutMs: remainingMs(), now, wait }).catch(
    (error: unknown) => {
      // A run that left the history has ended, as far as anybody can say.
      if (error instanceof ResourceError) return { by: "end" as const };
      throw error;
    },
  );
  if (by === "end") return;
  const why = by === "timeout" ? "did not end in time" : "was still under way when the command was interrupted";
  throw new RunNotBegunError(
    by,
    `Run ${String(running.id)} of ${subject} ${why}. No run was started. Wait for its end, allow more time ` +
      `(${hints.timeout}), or choose another ${hints.ifRunning}.`,
    [running],
  );
}

const isRunning = (running: HistoryEntry, { subject, hints = programHints }: BeginOptions): string =>
  `Run ${describeEntry(running)} of ${subject} is under way, and ${hints.ifRunning} is "fail". No run was started. Wait ` +
  `for its end, cancel it, or choose "wait", "join" or "start".`;
