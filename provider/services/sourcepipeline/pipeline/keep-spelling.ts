import { isDeepStrictEqual } from "node:util";
import { taskKinds } from "./tasks/task-kinds.ts";
import { triggerKeys, triggerKinds } from "./triggers/trigger-kinds.ts";
import type { PipelineInputs, Task, Triggers } from "./pipeline.ts";
import { hasUnknown } from "../../../core/validation/unknown.ts";

/** A pipeline of which any part may be missing, as it stands in a state. */
export type KnownInputs = Partial<PipelineInputs>;

/** Whose order of tasks the result has: the program's, or the known one with new tasks at its end. */
export interface Spelling {
  order: "fresh" | "known";
}

/**
 * Writes a pipeline as it was written before wherever that means the same, so that the engine, which compares strings,
 * shows only real changes: the order of tasks, links, days and triggers, numbers as strings, a zone with or without its
 * offset, an absent property and an empty one.
 */
export function keepSpelling(known: KnownInputs, fresh: PipelineInputs, { order }: Spelling): PipelineInputs {
  return withoutUndefined({
    name: fresh.name,
    description: (known.description ?? "") === (fresh.description ?? "") ? known.description : fresh.description,
    tasks: keepTasks(known.tasks, fresh.tasks, order),
    triggers: keepTriggers(known.triggers, fresh.triggers),
  }) as PipelineInputs;
}

/** Whether two pipelines say the same to the service; names, and what else may stand beside, do not count. */
export function sameContent(one: KnownInputs, other: KnownInputs): boolean {
  const content = ({ description, tasks = [], triggers }: KnownInputs): PipelineInputs =>
    withoutUndefined({ name: "", description, tasks, triggers }) as PipelineInputs;
  return isDeepStrictEqual(keepSpelling(content(one), content(other), { order: "fresh" }), content(one));
}

function keepTasks(known: Task[] | undefined, fresh: Task[], order: Spelling["order"]): Task[] {
  if (!Array.isArray(known) || !Array.isArray(fresh)) return fresh;
  const before = new Map(known.map((task) => [task.name, task]));
  const kept = fresh.map((task) => keepTask(before.get(task.name), task));

  const position = new Map(known.map((task, index) => [task.name, index]));
  const inKnownOrder = kept.toSorted((one, other) => positionOf(one) - positionOf(other));
  return order === "known" || isDeepStrictEqual(inKnownOrder, known) ? inKnownOrder : kept;

  function positionOf(task: Task): number {
    return position.get(task.name) ?? known?.length ?? 0;
  }
}

function keepTask(known: Task | undefined, fresh: Task): Task {
  if (known === undefined || hasUnknown(fresh) || known.type !== fresh.type) return fresh;
  if (isDeepStrictEqual(taskMeaning(known), taskMeaning(fresh))) return known;
  return isDeepStrictEqual(linksOf(known), linksOf(fresh))
    ? (withoutUndefined({ ...fresh, linkedTasks: known.linkedTasks }) as Task)
    : fresh;
}

function keepTriggers(known: Triggers | undefined, fresh: Triggers | undefined): Triggers | undefined {
  if (hasUnknown(fresh)) return fresh;
  const kept: Triggers = {};
  let same = true;
  for (const key of triggerKeys) {
    const list = keepTriggerList(key, known?.[key], fresh?.[key]);
    same &&= isDeepStrictEqual(list, known?.[key]);
    if (list !== undefined) Object.assign(kept, { [key]: list });
  }
  return same ? known : fresh && kept;
}

function keepTriggerList<Key extends keyof Triggers>(
  key: Key,
  known: Triggers[Key],
  fresh: Triggers[Key],
): Triggers[Key] {
  const meaning = triggerKinds[key].meaning as (trigger: unknown) => unknown;
  const meaningOf = (trigger: unknown): string => JSON.stringify(meaning(trigger));
  const before = new Map((known ?? []).map((trigger) => [meaningOf(trigger), trigger]));
  const after = new Set((fresh ?? []).map(meaningOf));
  if (before.size === after.size && [...after].every((key) => before.has(key))) return known;
  return fresh?.map((trigger) => before.get(meaningOf(trigger)) ?? trigger) as Triggers[Key];
}

function taskMeaning(task: Task): unknown {
  // The service may one day know kinds that this version does not: those are compared as they are.
  const kind = taskKinds[task.type] as { toConfig(task: Task): unknown } | undefined;
  return [task.name, task.type, kind?.toConfig(task) ?? task, linksOf(task)];
}

const linksOf = (task: Task): string[] => [...new Set(task.linkedTasks)].sort();

const withoutUndefined = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
