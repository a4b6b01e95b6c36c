import type { RunStatus } from "../../provider/services/sourcepipeline/pipeline-run/run-outcome.ts";
import type { RunHappening, StopReason, TaskNode } from "./run-events.ts";

/** How a task stands for people: one that waits for others has not begun. */
export type TaskState = RunStatus | "waiting";

/** A task as it was last seen. */
export interface TaskProgress extends TaskNode {
  readonly status: RunStatus;
  /** The service's own word; empty before the first look. */
  readonly rawStatus: string;
  readonly resultId?: string | undefined;
  /** When it was first seen to run, since the run was followed, in milliseconds. */
  readonly beganMs?: number | undefined;
  /** When it was first seen to have ended. */
  readonly endedMs?: number | undefined;
}

/** What is known of a run that is followed. */
export interface RunProgress {
  readonly runId?: string | undefined;
  /** When it was begun or joined, in milliseconds since the epoch. */
  readonly since?: number | undefined;
  /** Whether this command started it. */
  readonly isOwn: boolean;
  readonly tasks: readonly TaskProgress[];
  /** What was said last, before the run began. */
  readonly note?: string | undefined;
  readonly canceling?: StopReason | undefined;
  readonly ended?: RunStatus | undefined;
}

/** Before anything happened. */
export const noProgress: RunProgress = { isOwn: false, tasks: [] };

/**
 * What is known after one more thing happened.
 *
 * @param now milliseconds since the epoch
 */
export function reduceProgress(before: RunProgress, happening: RunHappening, now: number): RunProgress {
  switch (happening.event) {
    case "note":
      return { ...before, note: happening.message };
    case "started":
    case "joined":
    case "following":
      return { ...before, note: undefined, runId: happening.runId, since: now, isOwn: happening.event === "started" };
    case "tasks":
      return { ...before, tasks: happening.tasks.map((task) => ({ ...task, status: "running", rawStatus: "" })) };
    case "task":
      return {
        ...before,
        tasks: withBegun(
          before.tasks.map((task) => changed(task, happening)),
          happening.elapsedMs,
        ),
      };
    case "canceling":
      return { ...before, canceling: happening.reason };
    case "ended":
      return { ...before, ended: happening.status };
    case "left":
    case "error":
      return before;
  }
}

/** How a task stands: what has not ended waits as long as a task before it has not succeeded. */
export function stateOfTask({ status, linkedTasks }: TaskProgress, tasks: readonly TaskProgress[]): TaskState {
  if (status !== "running") return status;
  const isBlocked = linkedTasks.some((link) => tasks.find(({ name }) => name === link)?.status !== "success");
  return isBlocked ? "waiting" : "running";
}

type TaskChange = Extract<RunHappening, { event: "task" }>;

function changed(task: TaskProgress, { task: name, status, rawStatus, resultId, elapsedMs }: TaskChange): TaskProgress {
  if (task.name !== name) return task;
  return { ...task, status, rawStatus, resultId, ...(status !== "running" && { endedMs: elapsedMs }) };
}

/** A task begins when the last of those before it has succeeded: the service does not say when. */
const withBegun = (tasks: readonly TaskProgress[], elapsedMs: number): TaskProgress[] =>
  tasks.map((task) =>
    task.beganMs === undefined && stateOfTask(task, tasks) === "running" ? { ...task, beganMs: elapsedMs } : task,
  );
