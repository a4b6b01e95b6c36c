import type { Run, RunTask, Status } from "../state/state.ts";

/** What can happen to a run. */
export type RunEvent =
  | { readonly type: "started" }
  | { readonly type: "taskEnded"; readonly task: string; readonly status: "success" | "failed" | "canceled" }
  | { readonly type: "canceled" };

/** What is to be done because of it. */
export type RunCommand =
  | { readonly type: "startTask"; readonly task: string }
  | { readonly type: "stopTask"; readonly task: string }
  | { readonly type: "finish"; readonly status: Status };

export interface Reduction {
  readonly run: Run;
  readonly commands: readonly RunCommand[];
}

/**
 * The run after an event, and what is to be done. A task starts when all its linked tasks succeeded; what comes after
 * a task that failed is canceled; an event for a run that has ended changes nothing.
 *
 * @param now milliseconds since the epoch, for `end`.
 */
export function reduceRun(run: Run, event: RunEvent, now: number): Reduction {
  if (run.end !== null) return { run, commands: [] };
  const reachable = cancelUnreachable(applyEvent(run.tasks, event));
  const { tasks, started } = event.type === "canceled" ? { tasks: reachable, started: [] } : startReady(reachable);
  const goesOn = tasks.some(({ status }) => status === "inProgress");
  const commands: RunCommand[] = [
    ...(event.type === "canceled" ? runningOf(run.tasks) : []).map((task): RunCommand => ({ type: "stopTask", task })),
    ...started.map((task): RunCommand => ({ type: "startTask", task })),
  ];
  if (goesOn) return { run: { ...run, tasks }, commands };

  const status = finalStatus(tasks, event);
  return {
    // Tasks that wait for each other, or for one that is not there, never start.
    run: { ...run, tasks: cancelAll(tasks), status, end: now },
    commands: [...commands, { type: "finish", status }],
  };
}

function applyEvent(tasks: readonly RunTask[], event: RunEvent): RunTask[] {
  if (event.type === "started") return [...tasks];
  if (event.type === "canceled") return cancelAll(tasks);
  return tasks.map((task) =>
    task.name === event.task && task.status === "inProgress" ? { ...task, status: event.status, due: undefined } : task,
  );
}

const cancelAll = (tasks: readonly RunTask[]): RunTask[] =>
  tasks.map((task) =>
    task.status === "waiting" || task.status === "inProgress" ? { ...task, status: "canceled", due: undefined } : task,
  );

/** Cancels what waits for a task that failed or was canceled, and what waits for that, and so on. */
function cancelUnreachable(tasks: readonly RunTask[]): RunTask[] {
  const dead = new Set(
    tasks.filter(({ status }) => status === "failed" || status === "canceled").map(({ name }) => name),
  );
  const lost = (task: RunTask): boolean => task.status === "waiting" && task.linkedTasks.some((link) => dead.has(link));
  if (!tasks.some(lost)) return [...tasks];
  return cancelUnreachable(tasks.map((task) => (lost(task) ? { ...task, status: "canceled" } : task)));
}

function startReady(tasks: readonly RunTask[]): { tasks: RunTask[]; started: string[] } {
  const succeeded = new Set(tasks.filter(({ status }) => status === "success").map(({ name }) => name));
  const isReady = (task: RunTask): boolean =>
    task.status === "waiting" && task.linkedTasks.every((link) => succeeded.has(link));
  return {
    tasks: tasks.map((task) => (isReady(task) ? { ...task, status: "inProgress" } : task)),
    started: tasks.filter(isReady).map(({ name }) => name),
  };
}

const runningOf = (tasks: readonly RunTask[]): string[] =>
  tasks.filter(({ status }) => status === "inProgress").map(({ name }) => name);

function finalStatus(tasks: readonly RunTask[], event: RunEvent): Status {
  if (event.type === "canceled") return "canceled";
  return tasks.every(({ status }) => status === "success") ? "success" : "failed";
}
