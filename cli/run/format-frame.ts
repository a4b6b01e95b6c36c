import { styleText } from "node:util";
import { formatDuration } from "../../provider/services/sourcepipeline/pipeline-run/run-outcome.ts";
import { drawTasks } from "../graph/format-text.ts";
import { describeSubject, type RunSubject, type StopReason } from "./run-events.ts";
import { type RunProgress, stateOfTask, type TaskProgress, type TaskState } from "./run-progress.ts";

/** Colors a text for the terminal. */
type Color = Parameters<typeof styleText>[0];

/** What stands in front of a task, and its color. */
const marks: Readonly<Record<Exclude<TaskState, "running">, readonly [mark: string, color: Color]>> = {
  waiting: ["·", "dim"],
  success: ["✔", "green"],
  failed: ["✖", "red"],
  canceled: ["■", "yellow"],
};

const hints: Readonly<Record<StopReason, string>> = {
  interrupt: "canceling; Ctrl-C again leaves at once",
  timeout: "not ended in time: canceling",
};

const spinner = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"] as const;

/** Milliseconds between two pictures. */
export const framePauseMs = 100;

/**
 * A run as it stands: the graph of its tasks, with a mark, the time and the result of each.
 *
 * @param now milliseconds since the epoch
 */
export function formatFrame(subject: RunSubject, progress: RunProgress, now: number): string {
  const { runId, since = now, tasks, note, canceling, ended } = progress;
  const turning = styleText("cyan", spinner[Math.floor(now / framePauseMs) % spinner.length] ?? "");
  if (runId === undefined) return `${turning} ${note ?? `Starting a run of ${describeSubject(subject)}.`}`;

  const elapsedMs = now - since;
  const head = styleText("bold", `Run ${runId} of ${describeSubject(subject)}`);
  const hint = canceling === undefined || ended !== undefined ? "" : styleText("yellow", `  ${hints[canceling]}`);
  const byName = new Map(tasks.map((task) => [task.name, task]));
  const lines = drawTasks(tasks, (drawn) => {
    const task = byName.get(drawn.name);
    return task === undefined ? drawn.name : formatTask(task, tasks, elapsedMs, turning);
  });
  return [`${head}  ${formatDuration(elapsedMs)}${hint}`, ...lines.map((line) => `  ${line}`)].join("\n");
}

function formatTask(task: TaskProgress, tasks: readonly TaskProgress[], elapsedMs: number, turning: string): string {
  const state = stateOfTask(task, tasks);
  const [mark, color] = state === "running" ? [turning, "reset" as const] : marks[state];
  const { beganMs, endedMs, resultId } = task;
  const details = [
    task.type,
    ...(state === "success" ? [] : [state]),
    ...(beganMs === undefined ? [] : [formatDuration((endedMs ?? elapsedMs) - beganMs)]),
    ...(state === "failed" && resultId !== undefined ? [`result ${resultId}`] : []),
  ];
  return `${state === "running" ? mark : styleText(color, mark)} ${task.name}  ${styleText("dim", details.join("  "))}`;
}
