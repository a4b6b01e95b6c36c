import type { CallOptions } from "../../../core/http/index.ts";
import { eventOf, isOf, mayHaveHadAnEffect } from "../../../core/resource/errors.ts";
import type { Client } from "../api/client.ts";
import { isoTime } from "./run.ts";
import { RunNotBegunError } from "./run-not-begun.ts";
import { classifyStatus, type HistoryEntry } from "./run-outcome.ts";
import type { Starts } from "./starts.ts";

/** What was there before a run was started, to tell a new one from. */
export interface Baseline {
  /** Ids of the runs that there were. */
  readonly runIds: readonly number[];
  /** Milliseconds since the epoch, by this machine's clock. */
  readonly at: number;
}

/** What to do next, in the words of whoever runs this: a program, unless said otherwise. */
export interface RunHints {
  /** A sentence: how to find out what became of a start. */
  readonly lookAgain: string;
  /** What is set to allow more time. */
  readonly timeout: string;
  /** What is set about a run under way. */
  readonly ifRunning: string;
}

export const programHints: RunHints = {
  lookAgain: 'Run "pulumi up" again: it looks at the history before it starts anything.',
  timeout: "customTimeouts.create",
  ifRunning: "ifRunning",
};

/** What starting a run takes from its surroundings. */
export interface StartOptions {
  readonly hints?: RunHints | undefined;
  /** For people: `pipeline "shop"`. */
  readonly subject: string;
  readonly call: () => CallOptions;
  /** Aborts when nobody waits any more. */
  readonly signal: AbortSignal;
  /** What else is started in this process. */
  readonly starts: Starts;
  /** Asks with pauses until there is an answer, or the time is over. */
  readonly until: <Answer>(
    what: string,
    withinMs: number,
    ask: () => Promise<Answer | undefined>,
  ) => Promise<Answer | undefined>;
}

/** How far a service's clock may be from this machine's, in milliseconds. */
const clockSkewMs = 10 * 60_000;

/** How long the history may take to show a run, in milliseconds. */
export const visibleWithinMs = 30_000;

/** The runs of a pipeline, as the service lists them. */
export const readHistory = async (
  client: Client,
  pipelineId: number,
  call: CallOptions,
): Promise<readonly HistoryEntry[]> => (await client.getProjectHistories({ projectId: pipelineId }, call)).historyList;

/** What there is before a run is started. */
export const baselineOf = (history: readonly HistoryEntry[], now: number): Baseline => ({
  runIds: history.map(({ id }) => id),
  at: now,
});

/** The runs under way, the newest first. */
export const runsUnderWay = (history: readonly HistoryEntry[]): HistoryEntry[] =>
  history.filter(({ status }) => classifyStatus(status) === "running").sort((one, other) => other.id - one.id);

/** The runs that were not there before, and did not begin long before they were wanted. */
export function newcomers(
  history: readonly HistoryEntry[],
  { runIds, at }: Baseline,
  known: ReadonlySet<number>,
): HistoryEntry[] {
  const before = new Set(runIds);
  return history.filter(({ id, begin }) => {
    const began = isoTime(begin);
    const isRecent = began === undefined || Date.parse(began) >= at - clockSkewMs;
    return !before.has(id) && !known.has(id) && isRecent;
  });
}

/**
 * Starts a run: one request, never repeated. After a failure that may have had an effect the history says whether a run
 * began that was not there before.
 *
 * @returns the id of the run
 * @throws RunNotBegunError when the history cannot tell; it names the candidates
 * @throws ServiceError for a refusal
 */
export async function startRun(
  client: Client,
  pipelineId: number,
  baseline: Baseline,
  options: StartOptions,
): Promise<number> {
  try {
    return (await client.startProject({ projectId: pipelineId }, options.call())).historyId;
  } catch (error) {
    if (isOf(error, "conflict") || !mayHaveHadAnEffect(error)) throw error;
    return reconcileStart(client, pipelineId, baseline, error, options);
  }
}

/** Finds out what became of a start whose response was lost. */
async function reconcileStart(
  client: Client,
  pipelineId: number,
  baseline: Baseline,
  lost: unknown,
  options: StartOptions,
): Promise<number> {
  const { subject, starts, hints = programHints } = options;
  const { candidates, isComplete } = await awaitCandidates(client, pipelineId, visibleWithinMs, options, (history) =>
    newcomers(history, baseline, starts.known),
  );
  const [only, ...more] = candidates;
  if (only !== undefined && more.length === 0 && isComplete) return only.id;
  const seen =
    only === undefined
      ? "No new run has shown since."
      : more.length === 0
        ? `A run began since, which may be another one: ${describeEntry(only)}.`
        : `${String(candidates.length)} runs began since: ${candidates.map(describeEntry).join(", ")}.`;
  throw new RunNotBegunError(
    "unconfirmed",
    `The request to run ${subject} may or may not have succeeded: ${eventOf(lost)} ${seen} ${hints.lookAgain}`,
    candidates,
  );
}

/** The runs that may be the one that was asked for. */
interface Candidates {
  readonly candidates: readonly HistoryEntry[];
  /** Whether the history had all the time that it may take; false when the command ended before. */
  readonly isComplete: boolean;
}

/**
 * Looks at the history until it must show the run, or shows more than one. The first that shows need not be the one: where
 * a history is late, somebody else's of a moment before shows first.
 */
export async function awaitCandidates(
  client: Client,
  pipelineId: number,
  withinMs: number,
  { subject, call, signal, until }: StartOptions,
  select: (history: readonly HistoryEntry[]) => readonly HistoryEntry[],
): Promise<Candidates> {
  let candidates: readonly HistoryEntry[] = [];
  await until(`the history of ${subject} to show whether a run began`, withinMs, async () => {
    try {
      candidates = select(await readHistory(client, pipelineId, call()));
      return candidates.length > 1 ? candidates : undefined;
    } catch (error) {
      if (isOf(error, "authentication") || isOf(error, "permission")) throw error;
      return undefined;
    }
  });
  return { candidates, isComplete: !signal.aborted };
}

/** A run of the history, for people: `5 (running, began 2026-11-27T12:00:00.000Z)`. */
export function describeEntry({ id, status, begin }: HistoryEntry): string {
  const began = isoTime(begin);
  return `${String(id)} (${classifyStatus(status)}${began === undefined ? "" : `, began ${began}`})`;
}

/** How long a cancel may take to end a run, in milliseconds. */
export const cancelWithinMs = 15_000;

/** A run of a pipeline that is to be canceled. */
interface Cancelable {
  readonly pipelineId: number | string;
  readonly runId: number | string;
}

/**
 * Cancels a run; one that has ended already is no failure.
 *
 * @returns whether the service accepted it
 */
export const cancelRun = async (client: Client, run: Cancelable, call: CallOptions): Promise<boolean> =>
  (await askToCancel(client, run, call)) === undefined;

/**
 * The same, with the reason: the service refuses to cancel what has ended, or is gone, and what it does not want to.
 *
 * @returns why it was refused; undefined when it was accepted
 */
export async function askToCancel(
  client: Client,
  { pipelineId, runId }: Cancelable,
  call: CallOptions,
): Promise<string | undefined> {
  try {
    await client.cancelProject({ projectId: pipelineId, historyId: runId }, call);
    return undefined;
  } catch (error) {
    if (isOf(error, "conflict") || isOf(error, "notFound")) return eventOf(error);
    throw error;
  }
}
