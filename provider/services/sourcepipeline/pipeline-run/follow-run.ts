import type { CallOptions } from "../../../core/http/index.ts";
import { isOf, ResourceError } from "../../../core/resource/errors.ts";
import type { Client } from "../api/client.ts";
import { type HistoryDetail, outcomeOf } from "./run-outcome.ts";
import type { RunOutcome, TaskChange } from "./run.ts";

export type { TaskChange } from "./run.ts";

/** What following a run asks the service. */
type RunReader = Pick<Client, "getProjectHistory">;

/** One run of one pipeline. */
export interface RunAddress {
  readonly pipelineId: number | string;
  readonly runId: number | string;
}

/** What following a run takes from its surroundings. */
export interface FollowOptions {
  /** Aborts when nobody waits any more. */
  readonly signal: AbortSignal;
  /** How long it may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Ends early, without an error, when the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Called for each change of a task, the first look included. */
  readonly onChange?: (change: TaskChange) => void;
  /** Called with each look that shows the run, before `onChange`. */
  readonly onLook?: (history: HistoryDetail) => void;
  /** What the list of runs says about the run; the detail does not say it. */
  readonly requestType?: string | undefined;
}

/** How the following ended: with the run, with the time, or with the signal. */
export interface Followed {
  readonly outcome: RunOutcome | undefined;
  readonly by: "end" | "timeout" | "interrupt";
}

/** The first pause between two looks, and the longest; it starts anew when something changes. */
const pauses = { firstMs: 1_000, longestMs: 10_000 };

/** How long the service may take to show a run that it started, in milliseconds. */
const visibleWithinMs = 30_000;

/**
 * Looks at a run until it ends: one GET a look, with pauses from 1 to 10 s that start anew when a task changes.
 *
 * @throws ServiceError for what will not mend by itself; a look that fails on the way is repeated by the client
 * @example const { outcome } = await followRun(client, { pipelineId: 1234, runId: 5 }, options);
 */
export async function followRun(client: RunReader, address: RunAddress, options: FollowOptions): Promise<Followed> {
  const { signal, timeoutMs, now, wait, requestType } = options;
  const startedAt = now();
  const deadline = startedAt + timeoutMs;
  const seen = new Map<string, string>();
  let outcome: RunOutcome | undefined;
  let pause = pauses.firstMs;

  for (;;) {
    const call: CallOptions = { signal, deadlineMs: Math.max(0, deadline - now()) };
    const shown = await lookAtRun(client, address, call).catch((error: unknown) => {
      // What the signal or the deadline ended says nothing about the run.
      if (signal.aborted || now() >= deadline) return "ended" as const;
      throw error;
    });
    if (shown === undefined && now() - startedAt >= visibleWithinMs) throw isMissing(address);
    if (shown !== undefined && shown !== "ended") {
      options.onLook?.(shown);
      outcome = outcomeOf(shown, requestType);
      if (reportChanges(outcome, seen, options, now() - startedAt)) pause = pauses.firstMs;
      if (outcome.status !== "running") return { outcome, by: "end" };
    }
    if (signal.aborted) return { outcome, by: "interrupt" };
    const leftMs = deadline - now();
    if (leftMs <= 0) return { outcome, by: "timeout" };
    await wait(Math.min(pause, leftMs), signal);
    pause = Math.min(2 * pause, pauses.longestMs);
  }
}

/**
 * One look; undefined when the service does not show the run.
 *
 * @throws ServiceError for every other failure
 */
export async function lookAtRun(
  client: RunReader,
  { pipelineId, runId }: RunAddress,
  call: CallOptions,
): Promise<HistoryDetail | undefined> {
  try {
    return (await client.getProjectHistory({ projectId: pipelineId, historyId: runId }, call)).history;
  } catch (error) {
    if (isOf(error, "notFound")) return undefined;
    throw error;
  }
}

const isMissing = ({ pipelineId, runId }: RunAddress): ResourceError =>
  new ResourceError(
    `Run ${String(runId)} of pipeline ${String(pipelineId)} is not in the history. Its id may be another pipeline's, or ` +
      `the history was cut.`,
  );

function reportChanges(
  { tasks }: RunOutcome,
  seen: Map<string, string>,
  { onChange }: FollowOptions,
  elapsedMs: number,
): boolean {
  let hasChanged = false;
  for (const [task, { status, rawStatus = status, resultId }] of Object.entries(tasks)) {
    if (seen.get(task) === rawStatus) continue;
    seen.set(task, rawStatus);
    hasChanged = true;
    onChange?.({ task, status, rawStatus, resultId, elapsedMs });
  }
  return hasChanged;
}
