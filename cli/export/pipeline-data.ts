import type {
  PipelineInputs,
  SourceBuildTask,
  SourceDeployTask,
  Task,
  Triggers,
} from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import type { AccountNames } from "../account/account-pipelines.ts";
import type {
  BuildTaskData,
  DeployTaskData,
  PipelineData,
  TaskData,
  TriggersData,
} from "../../sdk/files/pipeline-data.ts";

/** Writes a pipeline with names instead of ids. */
export async function toPipelineData(pipeline: PipelineInputs, names: AccountNames): Promise<PipelineData> {
  const { name, description, tasks, triggers } = inCanonicalOrder(pipeline);
  return {
    name,
    ...(description === undefined ? {} : { description }),
    tasks: await Promise.all(tasks.map((task) => taskData(task, names))),
    ...(triggers === undefined ? {} : { triggers: await triggerData(triggers, names) }),
  };
}

/**
 * Leaves a task's branch out where it is the build project's own: the service shows a branch for every task, and a task
 * that follows its project must not be pinned by an export.
 */
export async function withoutFollowedBranches(pipeline: PipelineInputs, names: AccountNames): Promise<PipelineInputs> {
  const follow = async (task: Task): Promise<Task> => {
    if (task.type !== "SourceBuild" || task.branch === undefined) return task;
    const { branch, ...rest } = task;
    return (await names.buildProject(Number(task.projectId)))?.branch === branch ? rest : task;
  };
  return { ...pipeline, tasks: await Promise.all(pipeline.tasks.map(follow)) };
}

/** How each kind of task is written. */
const writers: Readonly<Record<Task["type"], (task: never, names: AccountNames) => Promise<TaskData>>> = {
  SourceBuild: buildData,
  SourceDeploy: deployData,
};

function taskData(task: Task, names: AccountNames): Promise<TaskData> {
  // The service may one day know kinds that this version does not.
  if (Object.hasOwn(writers, task.type)) return writers[task.type](task as never, names);
  throw new Error(`Task "${task.name}" is a ${task.type} task, which this version does not know. Update the package.`);
}

async function buildData(task: SourceBuildTask, names: AccountNames): Promise<BuildTaskData> {
  const { name, type, projectId, ...rest } = task;
  const project = (await names.buildProject(Number(projectId)))?.name;
  return { name, type, ...(project === undefined ? { projectId: Number(projectId) } : { project }), ...rest };
}

async function deployData(task: SourceDeployTask, names: AccountNames): Promise<DeployTaskData> {
  const { name, type, projectId, stageId, scenarioId, ...rest } = task;
  const ids = { projectId: Number(projectId), stageId: Number(stageId), scenarioId: Number(scenarioId) };
  const project = await names.deployProject(ids.projectId);
  const stage = project === undefined ? undefined : await names.stage(ids.projectId, ids.stageId);
  const scenario = stage === undefined ? undefined : await names.scenario(ids.projectId, ids.stageId, ids.scenarioId);
  if (project === undefined || stage === undefined || scenario === undefined) return { name, type, ...ids, ...rest };
  return { name, type, project, stage, scenario, ...rest };
}

async function triggerData({ pipelines, ...rest }: Triggers, names: AccountNames): Promise<TriggersData> {
  if (pipelines === undefined) return rest;
  const named = pipelines.map(async ({ id }) => {
    const name = await names.pipeline(Number(id));
    return name === undefined ? { id: Number(id) } : { name };
  });
  return { ...rest, pipelines: await Promise.all(named) };
}

/**
 * A pipeline in an order of its own, because that of the service means nothing and may differ between responses:
 * tasks as they run, then by name; links and triggers sorted.
 */
export function inCanonicalOrder({ tasks, triggers, ...rest }: PipelineInputs): PipelineInputs {
  return {
    ...rest,
    tasks: inOrderOfRuns(tasks).map(withSortedLinks),
    ...(triggers === undefined ? {} : { triggers: sortedTriggers(triggers) }),
  };
}

function inOrderOfRuns(tasks: readonly Task[]): Task[] {
  const sorted: Task[] = [];
  let waiting = tasks.toSorted(byText(({ name }) => name));
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const ready = waiting.filter(({ linkedTasks = [] }) => !linkedTasks.some((link) => names.has(link)));
    // Tasks in a cycle, which no service accepts, never become ready.
    sorted.push(...(ready.length > 0 ? ready : waiting));
    waiting = ready.length > 0 ? waiting.filter((task) => !ready.includes(task)) : [];
  }
  return sorted;
}

const withSortedLinks = (task: Task): Task =>
  task.linkedTasks === undefined ? task : { ...task, linkedTasks: task.linkedTasks.toSorted() };

const sortedTriggers = (triggers: Triggers): Triggers =>
  Object.fromEntries(
    Object.entries(triggers).map(([key, list]) => [key, (list as object[]).toSorted(byText(JSON.stringify))]),
  );

function byText<Item>(textOf: (item: Item) => string): (one: Item, other: Item) => number {
  return (one, other) => {
    const [left, right] = [textOf(one), textOf(other)];
    return left < right ? -1 : Number(left > right);
  };
}

/** What to know about the tasks of a pipeline that could not be written with names; nothing when all could. */
export function danglingTasks({ name, tasks }: PipelineData): string[] {
  return tasks
    .filter((task) => task.project === undefined)
    .map(
      (task) =>
        `${name}: task "${task.name}" keeps its ids, because what it refers to is gone or shares its name. If it is ` +
        `gone, every preview refuses the pipeline: repair the task in the console, or leave the pipeline out.`,
    );
}
