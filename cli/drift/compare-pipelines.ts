import { isDeepStrictEqual } from "node:util";
import type { PriorPipelineState } from "../../provider/services/sourcepipeline/pipeline/pipeline-state.ts";
import type { ResolvedTarget, Task, Triggers } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { triggerKeys, triggerKinds } from "../../provider/services/sourcepipeline/pipeline/triggers/trigger-kinds.ts";
import type { Change } from "./drift-report.ts";

/**
 * Everything in which the inputs of a pipeline differ: tasks by their names, triggers by what they mean.
 *
 * @example comparePipelines({ description: "a" }, { description: "b" })
 * // [{ property: "description", class: "description", origin: "pipeline", before: "a", after: "b" }]
 */
export function comparePipelines(before: PriorPipelineState, after: PriorPipelineState): Change[] {
  return [
    ...difference("description", "description", before.description, after.description),
    ...compareTasks(before.tasks ?? [], after.tasks ?? []),
    ...triggerKeys.flatMap((key) => compareTriggers(key, before.triggers?.[key], after.triggers?.[key])),
    ...(["name", "region", "platform", "site"] as const).flatMap((key) =>
      difference(key, "other", before[key], after[key]),
    ),
  ];
}

function compareTasks(before: readonly Task[], after: readonly Task[]): Change[] {
  const names = new Set([...before, ...after].map(({ name }) => name));
  return [...names].flatMap((name) => {
    const [one, other] = [before, after].map((tasks) => tasks.find((task) => task.name === name));
    const path = `tasks["${name}"]`;
    if (one === undefined || other?.type !== one.type) return difference(path, "task", one, other);
    return compareTask(path, one, other);
  });
}

function compareTask(path: string, before: Task, after: Task): Change[] {
  const [one, other]: readonly Readonly<Record<string, unknown>>[] = [{ ...before }, { ...after }];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    difference(`${path}.${key}`, key === "branch" ? "branch" : "task", one?.[key], other?.[key]),
  );
}

function compareTriggers<Key extends keyof Triggers>(
  key: Key,
  before: Triggers[Key] = [],
  after: Triggers[Key] = [],
): Change[] {
  const meaning = triggerKinds[key].meaning as (trigger: unknown) => unknown;
  const lacks = (list: readonly unknown[], trigger: unknown): boolean =>
    !list.some((candidate) => isDeepStrictEqual(meaning(candidate), meaning(trigger)));
  const path = `triggers.${key}`;
  return [
    ...before.filter((trigger) => lacks(after, trigger)).flatMap((gone) => difference(path, "trigger", gone)),
    ...after
      .filter((trigger) => lacks(before, trigger))
      .flatMap((added) => difference(path, "trigger", undefined, added)),
  ];
}

/**
 * What changed about the things that the tasks work on, while the tasks themselves stayed: the projects that they refer
 * to were edited. Branches are left out, because the inputs show those.
 */
export function compareTargets(before: PriorPipelineState, after: PriorPipelineState): Change[] {
  return comparableTasks(before, after).flatMap((name) => {
    const [one, other] = [before, after].map((state) => state.resolvedTargets?.[name]);
    // A state that was written by hand, or by an import, has none.
    if (one === undefined || other === undefined || Object.keys(one).length === 0) return [];
    return targetKeys
      .filter((key) => one[key] !== other[key])
      .map((key) => change(`tasks["${name}"].target.${key}`, "target", "project", one[key], other[key]));
  });
}

/** The tasks that stayed; of tasks that are secret, those that the service resolved, which are named in the open. */
function comparableTasks(before: PriorPipelineState, after: PriorPipelineState): string[] {
  if (before.tasks === undefined && after.tasks === undefined) return Object.keys(after.resolvedTargets ?? {});
  return (after.tasks ?? []).filter((task) => refersToTheSame(task, before.tasks)).map(({ name }) => name);
}

const targetKeys: readonly (keyof ResolvedTarget)[] = [
  "type",
  "name",
  "repository",
  "projectName",
  "file",
  "manifest",
  "fullManifest",
];

function refersToTheSame(task: Task, before: readonly Task[] = []): boolean {
  const prior = before.find(({ name }) => name === task.name);
  return prior !== undefined && reference(prior) === reference(task);
}

/** All of a task that says what it works on, whatever its kind. */
const reference = (task: Task): string =>
  Object.entries(task)
    .filter(([key]) => !["name", "linkedTasks", "branch"].includes(key))
    .map(([key, value]) => `${key} ${String(value)}`)
    .sort()
    .join(", ");

/** What differs, unless both mean the same. */
const difference = (property: string, kind: Change["class"], before?: unknown, after?: unknown): Change[] =>
  isDeepStrictEqual(meaningOf(before), meaningOf(after)) ? [] : [change(property, kind, "pipeline", before, after)];

/** A number and its string are the same id, links have no order, and an empty string is none. */
function meaningOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(meaningOf).sort();
  if (typeof value === "number") return String(value);
  return value === "" ? undefined : value;
}

/** A change without the side that it does not have. */
export const change = (
  property: string,
  kind: Change["class"],
  origin: Change["origin"],
  before: unknown,
  after: unknown,
): Change => ({
  property,
  class: kind,
  origin,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});
