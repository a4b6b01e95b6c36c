import { isDeepStrictEqual } from "node:util";
import { taskKinds } from "./tasks/task-kinds.ts";
import { triggerKeys, triggerKinds } from "./triggers/trigger-kinds.ts";
import type { PipelineInputs, Task, Triggers } from "./pipeline.ts";
import { hasUnknown } from "../../../core/validation/unknown.ts";

/** A pipeline of which any part may be missing, as it stands in a state. */
export type PriorInputs = Partial<PipelineInputs>;

/** Whose order of tasks the result has: the program's, or the prior one with new tasks at its end. */
export interface EquivalenceOptions {
  order: "program" | "prior";
}

/**
 * Writes a pipeline as it was written before wherever that means the same, so that the engine, which compares strings,
 * shows only real changes: the order of tasks, links, days and triggers, numbers as strings, a zone with or without its
 * offset, an absent property and an empty one.
 */
export function suppressEquivalent(
  prior: PriorInputs,
  inputs: PipelineInputs,
  { order }: EquivalenceOptions,
): PipelineInputs {
  return withoutUndefined({
    name: inputs.name,
    description: (prior.description ?? "") === (inputs.description ?? "") ? prior.description : inputs.description,
    tasks: suppressInTasks(prior.tasks, inputs.tasks, order),
    triggers: suppressInTriggers(prior.triggers, inputs.triggers),
  }) as PipelineInputs;
}

/** Whether two pipelines say the same to the service; names, and what else may stand beside, do not count. */
export function isEquivalent(one: PriorInputs, other: PriorInputs): boolean {
  const content = ({ description, tasks = [], triggers }: PriorInputs): PipelineInputs =>
    withoutUndefined({ name: "", description, tasks, triggers }) as PipelineInputs;
  return isDeepStrictEqual(suppressEquivalent(content(one), content(other), { order: "program" }), content(one));
}

function suppressInTasks(prior: Task[] | undefined, inputs: Task[], order: EquivalenceOptions["order"]): Task[] {
  if (!Array.isArray(prior) || !Array.isArray(inputs)) return inputs;
  const before = new Map(prior.map((task) => [task.name, task]));
  const kept = inputs.map((task) => suppressInTask(before.get(task.name), task));

  const position = new Map(prior.map((task, index) => [task.name, index]));
  const inPriorOrder = kept.toSorted((one, other) => positionOf(one) - positionOf(other));
  return order === "prior" || isDeepStrictEqual(inPriorOrder, prior) ? inPriorOrder : kept;

  function positionOf(task: Task): number {
    return position.get(task.name) ?? prior?.length ?? 0;
  }
}

function suppressInTask(prior: Task | undefined, inputs: Task): Task {
  if (prior === undefined || hasUnknown(inputs) || prior.type !== inputs.type) return inputs;
  if (isDeepStrictEqual(taskMeaning(prior), taskMeaning(inputs))) return prior;
  return isDeepStrictEqual(linksOf(prior), linksOf(inputs))
    ? (withoutUndefined({ ...inputs, linkedTasks: prior.linkedTasks }) as Task)
    : inputs;
}

function suppressInTriggers(prior: Triggers | undefined, inputs: Triggers | undefined): Triggers | undefined {
  if (hasUnknown(inputs)) return inputs;
  const kept: Triggers = {};
  let same = true;
  for (const key of triggerKeys) {
    const list = suppressInList(key, prior?.[key], inputs?.[key]);
    same &&= isDeepStrictEqual(list, prior?.[key]);
    if (list !== undefined) Object.assign(kept, { [key]: list });
  }
  return same ? prior : inputs && kept;
}

function suppressInList<Key extends keyof Triggers>(
  key: Key,
  prior: Triggers[Key],
  inputs: Triggers[Key],
): Triggers[Key] {
  const meaning = triggerKinds[key].meaning as (trigger: unknown) => unknown;
  const meaningOf = (trigger: unknown): string => JSON.stringify(meaning(trigger));
  const before = new Map((prior ?? []).map((trigger) => [meaningOf(trigger), trigger]));
  const after = new Set((inputs ?? []).map(meaningOf));
  if (before.size === after.size && [...after].every((key) => before.has(key))) return prior;
  return inputs?.map((trigger) => before.get(meaningOf(trigger)) ?? trigger) as Triggers[Key];
}

function taskMeaning(task: Task): unknown {
  // The service may one day know kinds that this version does not: those are compared as they are.
  const kind = taskKinds[task.type] as { toConfig(task: Task): unknown } | undefined;
  return [task.name, task.type, kind?.toConfig(task) ?? task, linksOf(task)];
}

const linksOf = (task: Task): string[] => [...new Set(task.linkedTasks)].sort();

const withoutUndefined = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
