import { formatDuration } from "../../provider/services/sourcepipeline/pipeline-run/run-outcome.ts";
import { textTable } from "../output/text.ts";
import { describeEnd } from "./describe-happening.ts";
import type { ListedRun, RunList } from "./list-runs.ts";
import { describeSubject } from "./run-events.ts";

/**
 * A table of runs for a terminal, and why the last one that failed did.
 *
 * @param now milliseconds since the epoch, for how long a run under way has taken
 */
export function formatRunList({ pipeline: { id, name }, runs, lastFailure }: RunList, now: number): string {
  const subject = { id: Number(id), name };
  if (runs.length === 0) return `There are no runs of ${describeSubject(subject)}.`;
  const table = textTable(
    ["RUN", "STATUS", "STARTED BY", "BEGAN", "TOOK"],
    runs.map((run) => [run.runId, run.status, starter(run), run.begin ?? "", took(run, now)]),
  );
  return lastFailure === undefined ? table : `${table}\n\n${describeEnd(subject, lastFailure)}`;
}

const starter = ({ requestType = "", requestedBy = "" }: ListedRun): string =>
  [requestedBy, requestType && `(${requestType})`].filter((part) => part !== "").join(" ");

function took({ status, begin, durationMs }: ListedRun, now: number): string {
  if (durationMs !== undefined) return formatDuration(durationMs);
  if (status !== "running" || begin === undefined) return "";
  return `${formatDuration(Math.max(0, now - Date.parse(begin)))} so far`;
}
