import { commandLine } from "../../provider/core/command-line.ts";
import { formatDuration, type RunOutcome } from "../../provider/services/sourcepipeline/pipeline-run/run-outcome.ts";
import { describeFailure } from "../../provider/services/sourcepipeline/pipeline-run/run-reports.ts";
import { describeSubject, type RunHappening, type RunSubject, type StopReason, wordOf } from "./run-events.ts";
import { type RunProgress, stateOfTask } from "./run-progress.ts";

/**
 * A line for people about something that happened; undefined where there is nothing to be said.
 *
 * @param progress with what happened in it
 */
export function describeHappening(
  happening: RunHappening,
  subject: RunSubject,
  progress: RunProgress,
): string | undefined {
  switch (happening.event) {
    case "note":
    case "error":
      return happening.message;
    case "started":
      return `Started run ${happening.runId} of ${describeSubject(subject)}.`;
    case "following":
      return `Following run ${happening.runId} of ${describeSubject(subject)}.`;
    case "task":
      return describeTask(happening, progress);
    case "canceling":
      return `${reasons[happening.reason]}: canceling run ${happening.runId}. ${againHint[happening.reason]}`.trimEnd();
    case "ended":
      return describeEnd(subject, happening.outcome, happening.reason);
    case "left":
      return describeLeft(happening, subject);
    // What joins was noted, and what there is to do shows with the first changes.
    case "joined":
    case "tasks":
      return undefined;
  }
}

const reasons: Readonly<Record<StopReason, string>> = { interrupt: "Interrupted", timeout: "Not ended in time" };

const againHint: Readonly<Record<StopReason, string>> = {
  interrupt: "Press Ctrl-C again to leave at once.",
  timeout: "",
};

/** @example "   12s  build: success, result 9001" */
function describeTask(
  { task: name, status, rawStatus, resultId, elapsedMs }: Extract<RunHappening, { event: "task" }>,
  { tasks }: RunProgress,
): string {
  const task = tasks.find((candidate) => candidate.name === name);
  const state = task === undefined ? status : stateOfTask(task, tasks);
  const result = resultId === undefined || status === "running" ? "" : `, result ${resultId}`;
  return `${formatDuration(elapsedMs).padStart(7)}  ${name}: ${state}${ownWord(state, rawStatus)}${result}`;
}

/** A word of the service that says more than ours, or one that nobody knows. */
const ownWord = (state: string, rawStatus: string): string =>
  state !== "running" || /^(in_?progress|running)$/i.test(rawStatus) ? "" : ` (${rawStatus})`;

/** What a run came to, and where to look when it did not succeed. */
export function describeEnd(subject: RunSubject, outcome: RunOutcome, reason?: StopReason): string {
  const { runId, status, durationMs } = outcome;
  const run = `Run ${runId} of ${describeSubject(subject)}`;
  const after = durationMs === undefined ? "" : ` after ${formatDuration(durationMs)}`;
  const late = reason === undefined ? "" : " It ended before the cancel had an effect.";
  if (status === "success") return `${run} succeeded${after}.${late}`;
  if (status === "canceled") return `${run} was canceled${after}.`;
  return `${describeFailure(describeSubject(subject), outcome)}${late}`;
}

function describeLeft(
  { runId, reason, isCanceling }: Extract<RunHappening, { event: "left" }>,
  subject: RunSubject,
): string {
  const run = `Run ${runId} of ${describeSubject(subject)}`;
  const why = reason === "timeout" ? "did not end in time" : "goes on";
  const state = isCanceling
    ? "was asked to end, and its end was not seen: it may go on"
    : reason === "timeout"
      ? `${why}, and goes on`
      : why;
  return `${run} ${state}. To follow it: ${commandLine(`watch ${wordOf(subject)} ${runId}`)}`;
}
