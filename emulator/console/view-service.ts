import { operationNames } from "../../provider/services/sourcepipeline/api/operations.ts";
import { nextSchedule } from "../runs/arm-schedule.ts";
import type { Service } from "../service.ts";
import type { Pipeline, Run, RunTable, Task, State } from "../state/state.ts";
import { viewExecutions } from "./view-executions.ts";
import type { ConsoleView, PipelineView, RunView } from "./console-view.ts";

/** A page with more than this is no longer one that a person reads. */
const limits = { pipelines: 200, runsOfEach: 6, requests: 100 };

/** What the console page shows of an emulator. */
export function viewService({ state, clock, requests, faults }: Service): ConsoleView {
  const pipelines = [...state.pipelines.values()].slice(-limits.pipelines);
  return {
    clock: { time: clock.now(), speed: clock.speed, nextSchedule: nextSchedule(clock) ?? null },
    repositories: state.repositories.values().map(({ name, branches }) => ({ name, branches })),
    pipelines: pipelines.map((pipeline) => viewPipeline(pipeline, state)),
    runs: lastRuns(state.runs, pipelines).map((run) => viewRun(run, state)),
    executions: viewExecutions(state, clock.now()),
    requests: requests.slice(-limits.requests),
    faults,
    totals: { pipelines: state.pipelines.size, requests: requests.length },
    operations: operationNames,
  };
}

const viewPipeline = ({ id, name, description, region, tasks, trigger }: Pipeline, state: State): PipelineView => ({
  id,
  name,
  description,
  region,
  tasks: tasks.map((task) => ({
    name: task.name,
    type: task.type,
    linkedTasks: task.linkedTasks,
    target: describeTarget(task, state),
  })),
  trigger,
});

const viewRun = (
  { id, projectId, requestType, requestId, begin, end, status, tasks, chain }: Run,
  { pipelines }: State,
): RunView => ({
  id,
  projectId,
  requestType,
  requestId,
  begin,
  end,
  status,
  tasks: tasks.map((task) => ({ name: task.name, status: task.status })),
  after: pipelines.get(chain.at(-2) ?? 0)?.name ?? null,
});

/** The last runs of each of the pipelines, the newest last. */
const lastRuns = (runs: RunTable, pipelines: readonly Pipeline[]): Run[] =>
  pipelines.flatMap(({ id }) => runs.of(id).slice(-limits.runsOfEach)).sort((left, right) => left.id - right.id);

/**
 * What a task works on, in a few words.
 *
 * @example describeTarget(task, state) // "shop / prod / rolling"
 */
const describeTarget = (task: Task, state: State): string => describers[task.type](task, state);

const describers: Readonly<Record<Task["type"], (task: Task, state: State) => string>> = {
  SourceBuild: ({ projectId, branch }, state) => {
    const project = state.buildProjects.get(projectId);
    return [project?.name ?? `project ${projectId}`, branch ?? project?.source.branch].filter(Boolean).join(" @ ");
  },
  SourceDeploy: ({ projectId, stageId, scenarioId }, state) => {
    const project = state.deployProjects.get(projectId);
    const stage = project?.stages.find(({ id }) => id === stageId);
    const scenario = stage?.scenarios.find(({ id }) => id === scenarioId);
    return [
      project?.name ?? `project ${projectId}`,
      stage?.name ?? `stage ${stageId}`,
      scenario?.name ?? `scenario ${scenarioId}`,
    ].join(" / ");
  },
};
