import type { Service } from "../service.ts";
import { nextId, type Run, type RunTask } from "../state/state.ts";
import { mirrorEnd, mirrorStart } from "./mirror-task.ts";
import { findOutcome } from "./outcome-rule.ts";
import { reduceRun, type RunCommand, type RunEvent } from "./reduce-run.ts";

/** Applies an event to a run, and does what follows from it. */
export function advanceRun(service: Service, id: number, event: RunEvent): void {
  const before = service.state.runs.get(id);
  if (before === undefined) return;
  const { run, commands } = reduceRun(before, event, service.clock.now());
  service.state.runs.set(id, run);
  mirrorEnds(service, before, run);
  for (const command of commands) execute(service, run, command);
  service.changed();
}

/** What tasks started ends with them. */
function mirrorEnds(service: Service, before: Run, after: Run): void {
  for (const [index, task] of after.tasks.entries()) {
    if (before.tasks[index]?.status === "inProgress" && task.status !== "inProgress") mirrorEnd(service, task);
  }
}

/** Ends a task because what it started has ended. */
export function endTask(service: Service, id: number, task: string, status: "success" | "failed" | "canceled"): void {
  const run = service.state.runs.get(id);
  if (run?.tasks.find(({ name }) => name === task)?.status !== "inProgress") return;
  service.clock.cancel(timerKey(run, task));
  advanceRun(service, id, { type: "taskEnded", task, status });
}

function execute(service: Service, run: Run, command: RunCommand): void {
  if (command.type === "startTask") startTask(service, run, command.task);
  else if (command.type === "stopTask") service.clock.cancel(timerKey(run, command.task));
  else service.runEnded(run);
}

function startTask(service: Service, { id }: Run, name: string): void {
  const run = service.state.runs.get(id);
  const task = run?.tasks.find((candidate) => candidate.name === name);
  if (run === undefined || task === undefined) return;

  const outcome = findOutcome(service.outcomes, {
    pipeline: service.state.pipelines.get(run.projectId)?.name ?? "",
    task: name,
    projectId: task.projectId,
  });
  if (outcome !== undefined) outcome.used += 1;
  const status = outcome?.status ?? "success";
  const durationMs = outcome?.durationMs ?? service.settings.taskMs;
  const result = nextId(service.state.counters, "result");
  const isOnItsOwn = mirrorStart(service, run, task, result, { status, durationMs });
  const due = isOnItsOwn ? undefined : { time: service.clock.now() + durationMs, status };
  const started: RunTask = { ...task, resultId: String(result), ...(due && { due }) };
  service.state.runs.set(id, { ...run, tasks: run.tasks.map((other) => (other === task ? started : other)) });
  awaitTask(service, run, started);
}

/** Sets the timers of all runs that go on, after a start or a change of the state. */
export function resumeRuns(service: Service): void {
  for (const run of service.state.runs.running()) {
    for (const task of run.tasks) awaitTask(service, run, task);
  }
}

function awaitTask(service: Service, run: Run, { name, due }: RunTask): void {
  if (due === undefined) return;
  service.clock.at(timerKey(run, name), due.time, () => {
    advanceRun(service, run.id, { type: "taskEnded", task: name, status: due.status });
  });
}

/** Cancels the runs of a pipeline that go on. */
export function cancelRunsOf(service: Service, pipelineId: number): void {
  for (const { id, end } of service.state.runs.of(pipelineId)) {
    if (end === null) advanceRun(service, id, { type: "canceled" });
  }
}

const timerKey = (run: Run, task: string): string => `run ${run.id} ${task}`;
