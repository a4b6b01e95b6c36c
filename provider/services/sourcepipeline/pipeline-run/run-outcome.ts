import type { Result } from "../api/client.ts";
import { isoTime, type RunOutcome, type RunState, type RunStatus, stateOfStatus, type TaskOutcome } from "./run.ts";

export type { RunOutcome, RunStatus, TaskOutcome } from "./run.ts";

const statusOf: Readonly<Record<RunState, RunStatus>> = {
  running: "running",
  succeeded: "success",
  failed: "failed",
  canceled: "canceled",
};

/**
 * Classifies the service's word for a status; a word that is not known counts as still running.
 *
 * @example classifyStatus("SUCCESS") // "success"
 */
export const classifyStatus = (rawStatus: string | undefined): RunStatus => statusOf[stateOfStatus(rawStatus)];

/** An entry of the history of a pipeline. */
export type HistoryEntry = Result<"getProjectHistories">["historyList"][number];

/** A run as the service shows it, with its tasks. */
export type HistoryDetail = Result<"getProjectHistory">["history"];

/**
 * What a run came to.
 *
 * @param requestType what the list of runs says about it; the detail does not
 */
export function outcomeOf({ id, status, begin, end, tasks }: HistoryDetail, requestType?: string): RunOutcome {
  return withoutUndefined({
    runId: String(id),
    ...progressOf({ status, begin, end }),
    requestType,
    tasks: Object.fromEntries(
      tasks.map(({ name, type, status: raw, resultId }) => [
        name,
        withoutUndefined({
          status: classifyStatus(raw),
          rawStatus: raw,
          type,
          resultId: resultId === "" ? undefined : resultId,
        }),
      ]),
    ),
  }) as RunOutcome;
}

/** How a run stands, and since and until when, as the list and the detail both say it. */
export function progressOf({
  status: rawStatus,
  begin: began,
  end: ended,
}: Pick<HistoryEntry, "status" | "begin" | "end">) {
  const status = classifyStatus(rawStatus);
  const begin = isoTime(began);
  const end = status === "running" ? undefined : isoTime(ended);
  const durationMs = begin && end ? Math.max(0, Date.parse(end) - Date.parse(begin)) : undefined;
  return { status, rawStatus, begin, end, durationMs };
}

/** What is undefined cannot stand in a state. */
const withoutUndefined = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined && part !== ""));

/** The tasks that did not succeed, in the order of the service. */
export const failedTasks = ({ tasks }: RunOutcome): (TaskOutcome & { name: string })[] =>
  Object.entries(tasks)
    .filter(([, { status }]) => status === "failed")
    .map(([name, task]) => ({ name, ...task }));

/** How long something took, for people: `1m 05s`, `12s`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const two = (count: number): string => String(count).padStart(2, "0");
  if (hours > 0) return `${String(hours)}h ${two(minutes)}m`;
  return minutes > 0 ? `${String(minutes)}m ${two(seconds % 60)}s` : `${String(seconds)}s`;
}
