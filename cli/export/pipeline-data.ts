import { findSubjects } from "../../provider/core/validation/references/find-subjects.ts";
import type { Subject } from "../../provider/core/validation/references/reference.ts";
import type { Lists } from "../../provider/services/sourcepipeline/account.ts";
import { pipelineDescriptor } from "../../provider/services/sourcepipeline/pipeline/descriptor.ts";
import type { PipelineInputs, Task, Triggers } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { effectsOf } from "../../provider/services/sourcepipeline/pipeline/tasks/task-kinds.ts";
import { nameKey } from "../../sdk/files/check-pipeline-data.ts";
import type { PipelineData, TaskData, TriggersData } from "../../sdk/files/pipeline-data.ts";
import { followUniqueNames, idKeys } from "../account/account-pipelines.ts";

/** Writes a pipeline with names instead of ids. */
export async function toPipelineData(pipeline: PipelineInputs, lists: Lists): Promise<PipelineData> {
  const { name, description, tasks, triggers } = inCanonicalOrder(pipeline);
  return {
    name,
    ...(description === undefined ? {} : { description }),
    tasks: await Promise.all(tasks.map((task) => taskData(task, lists))),
    ...(triggers === undefined ? {} : { triggers: await triggersData(triggers, lists) }),
  };
}

/**
 * Leaves a task's branch out where it is the build project's own: the service shows a branch for every task, and a task
 * that follows its project must not be pinned by an export.
 */
export async function withoutFollowedBranches(pipeline: PipelineInputs, lists: Lists): Promise<PipelineInputs> {
  const follow = async (task: Task): Promise<Task> => {
    const [subject] = findSubjects(pipelineDescriptor, { tasks: [task] });
    if (subject === undefined || !("branch" in task)) return task;
    const { branch, ...rest } = task;
    const built = effectsOf(task)?.builds?.(await followUniqueNames(subject, lists), undefined);
    return built?.branch === branch ? rest : task;
  };
  return { ...pipeline, tasks: await Promise.all(pipeline.tasks.map(follow)) };
}

async function taskData({ name, type, ...rest }: Task, lists: Lists): Promise<TaskData> {
  const [subject] = findSubjects(pipelineDescriptor, { tasks: [{ name, type, ...rest }] });
  // The service may one day know kinds that this version does not.
  if (subject === undefined || idKeys(subject).length === 0)
    throw new Error(`Task "${name}" is a ${type} task, which this version does not know. Update the package.`);
  return { name, type, ...(await withNames(rest, subject, lists)) };
}

async function triggersData(triggers: Triggers, lists: Lists): Promise<TriggersData> {
  const written = Object.entries(triggers).map(async ([key, list]: [string, readonly object[]]) => {
    const subjects = findSubjects(pipelineDescriptor, { triggers: { [key]: list } });
    return [key, await Promise.all(list.map((trigger, index) => withNames(trigger, subjects[index], lists)))];
  });
  return Object.fromEntries(await Promise.all(written)) as TriggersData;
}

/** A part of a pipeline with names instead of its ids, in front; with its ids where one of the names is missing. */
async function withNames(part: object, subject: Subject | undefined, lists: Lists): Promise<object> {
  if (subject === undefined) return part;
  const keys = idKeys(subject);
  const found = await followUniqueNames(subject, lists);
  const isComplete = keys.every((key) => found[key] !== undefined);
  const named = keys.map((key): [string, unknown] =>
    isComplete ? [nameKey(key), found[key]?.name] : [key, Number(subject.value[key])],
  );
  const rest = Object.entries(part as Readonly<Record<string, unknown>>).filter(([key]) => !keys.includes(key));
  return Object.fromEntries([...named, ...rest]);
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
