import { operationNames } from "../../provider/services/sourcepipeline/api/index.ts";
import type { Service } from "../service.ts";
import { nextSchedule } from "../triggers/arm-schedule.ts";
import type { Pipeline, Run, RunTable, World } from "../world/world.ts";
import type { ConsoleView, PipelineView, RunView } from "./console-view.ts";
import { describeTarget } from "./describe-target.ts";

/** A page with more than this is no longer one that a person reads. */
const limits = { pipelines: 200, runsOfEach: 6, requests: 100 };

/** What the console page shows of an emulator. */
export function viewService({ world, clock, requests, faults }: Service): ConsoleView {
  const pipelines = [...world.pipelines.values()].slice(-limits.pipelines);
  return {
    clock: { time: clock.now(), speed: clock.speed, nextSchedule: nextSchedule(clock) ?? null },
    repositories: world.repositories.map(({ name, branches }) => ({ name, branches })),
    pipelines: pipelines.map((pipeline) => viewPipeline(pipeline, world)),
    runs: lastRuns(world.runs, pipelines).map(viewRun),
    requests: requests.slice(-limits.requests),
    faults,
    totals: { pipelines: world.pipelines.size, requests: requests.length },
    operations: operationNames,
  };
}

const viewPipeline = ({ id, name, description, region, tasks, trigger }: Pipeline, world: World): PipelineView => ({
  id,
  name,
  description,
  region,
  tasks: tasks.map((task) => ({
    name: task.name,
    type: task.type,
    linkedTasks: task.linkedTasks,
    target: describeTarget(task, world),
  })),
  trigger,
});

const viewRun = ({ id, projectId, requestType, requestId, begin, end, status, tasks }: Run): RunView => ({
  id,
  projectId,
  requestType,
  requestId,
  begin,
  end,
  status,
  tasks: tasks.map((task) => ({ name: task.name, status: task.status })),
});

/** The last runs of each of the pipelines, the newest last. */
const lastRuns = (runs: RunTable, pipelines: readonly Pipeline[]): Run[] =>
  pipelines.flatMap(({ id }) => runs.of(id).slice(-limits.runsOfEach)).sort((left, right) => left.id - right.id);
