import { isDeepStrictEqual } from "node:util";
import type { PriorPipelineState } from "../../provider/services/sourcepipeline/pipeline/pipeline-state.ts";
import { triggerKeys, triggerKinds } from "../../provider/services/sourcepipeline/pipeline/triggers/trigger-kinds.ts";
import type { Task, Triggers } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
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
    const place = `tasks["${name}"]`;
    if (one === undefined || other?.type !== one.type) return difference(place, "task", one, other);
    return compareTask(place, one, other);
  });
}

function compareTask(place: string, before: Task, after: Task): Change[] {
  const [one, other]: readonly Readonly<Record<string, unknown>>[] = [{ ...before }, { ...after }];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    difference(`${place}.${key}`, key === "branch" ? "branch" : "task", one?.[key], other?.[key]),
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
  const place = `triggers.${key}`;
  return [
    ...before.filter((trigger) => lacks(after, trigger)).flatMap((gone) => difference(place, "trigger", gone)),
    ...after
      .filter((trigger) => lacks(before, trigger))
      .flatMap((added) => difference(place, "trigger", undefined, added)),
  ];
}

function difference(property: string, kind: Change["class"], before?: unknown, after?: unknown): Change[] {
  if (isDeepStrictEqual(meaningOf(before), meaningOf(after))) return [];
  return [
    {
      property,
      class: kind,
      origin: "pipeline",
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  ];
}

/** A number and its text are the same id, links have no order, and an empty text says nothing. */
function meaningOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(meaningOf).sort();
  if (typeof value === "number") return String(value);
  return value === "" ? undefined : value;
}
