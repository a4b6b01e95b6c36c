import { type Client, createListReader } from "../../provider/services/sourcepipeline/api/client.ts";
import {
  classifyStatus,
  type HistoryEntry,
  outcomeOf,
  progressOf,
  type RunOutcome,
  type RunStatus,
} from "../../provider/services/sourcepipeline/pipeline-run/run-outcome.ts";
import type { RunSubject } from "./run-events.ts";

/** A run in a list; plain JSON. */
export interface ListedRun {
  readonly runId: string;
  readonly status: RunStatus;
  /** The service's own word. */
  readonly rawStatus?: string | undefined;
  /** What started it, in the service's words. */
  readonly requestType?: string | undefined;
  /** Who asked for it, in the service's words. */
  readonly requestedBy?: string | undefined;
  /** ISO time. */
  readonly begin?: string | undefined;
  /** ISO time; none while it runs. */
  readonly end?: string | undefined;
  readonly durationMs?: number | undefined;
}

/** The last runs of a pipeline, the newest first. */
export interface RunList {
  readonly version: 1;
  readonly pipeline: { readonly id: string; readonly name?: string | undefined };
  readonly runs: readonly ListedRun[];
  /** The newest of them that failed, with its tasks. */
  readonly lastFailure?: RunOutcome | undefined;
}

/**
 * Reads the last runs of a pipeline: its history, and the newest one that failed with its tasks.
 *
 * @param limit how many runs are listed
 */
export async function listRuns(client: Client, { id, name }: RunSubject, limit: number): Promise<RunList> {
  // No order is promised, so a part of the list may lack the newest.
  const history = await createListReader(client, "getProjectHistories", { projectId: id }).readAll();
  const newest = history.toSorted((one, other) => other.id - one.id).slice(0, limit);
  const failed = newest.find(({ status }) => classifyStatus(status) === "failed");
  return {
    version: 1,
    pipeline: { id: String(id), name },
    runs: newest.map(listedRun),
    lastFailure: failed && (await outcomeOfEntry(client, id, failed)),
  };
}

async function outcomeOfEntry(
  client: Client,
  projectId: number,
  { id, requestType }: HistoryEntry,
): Promise<RunOutcome> {
  const { history } = await client.getProjectHistory({ projectId, historyId: id });
  return outcomeOf(history, requestType);
}

function listedRun({ id, requestType, requestId, ...progress }: HistoryEntry): ListedRun {
  const { status, rawStatus, ...times } = progressOf(progress);
  return { runId: String(id), status, rawStatus, requestType, requestedBy: requestId, ...times };
}
