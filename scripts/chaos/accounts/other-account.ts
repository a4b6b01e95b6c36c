import { isDeepStrictEqual } from "node:util";
import type { Random } from "../../../emulator/random.ts";
import type { Service } from "../../../emulator/service.ts";
import type { Pipeline } from "../../../emulator/state/state.ts";

/** What stands in the description of each of its pipelines. */
export const strangersMark = "of the other account";

/** The pipelines of the other account, by value. */
export type Pipelines = ReadonlyMap<number, Pipeline>;

/**
 * Fills an account that a command may be pointed to by mistake: under the ids of the right one are pipelines of other
 * names, pipelines of the same names with another content, or none.
 *
 * @param isSameService whether it is at the same endpoint, which gives no id of a task twice; another may count from
 * the same one
 * @returns what must be there afterwards
 */
export function populate(other: Service, own: Iterable<Pipeline>, random: Random, isSameService: boolean): Pipelines {
  const pipelines = [...own].flatMap((pipeline): Pipeline[] => {
    const dice = random();
    if (dice < 0.2) return [];
    const name = dice < 0.6 ? `theirs-${String(pipeline.id)}` : pipeline.name;
    const tasks = pipeline.tasks.map((task) => ({ ...task, id: task.id + (isSameService ? 1_000_000 : 0) }));
    return [{ ...pipeline, name, tasks, description: `${pipeline.name} ${strangersMark}` }];
  });
  for (const { id } of [...other.state.pipelines.values()]) other.state.pipelines.delete(id);
  for (const pipeline of pipelines) other.state.pipelines.set(pipeline.id, pipeline);
  other.recentChanges = [];
  return pipelinesOf(other);
}

/** The pipelines that an account has now, by value. */
export const pipelinesOf = ({ state }: Service): Pipelines =>
  new Map([...state.pipelines.values()].map((pipeline) => [pipeline.id, structuredClone(pipeline)]));

/** The ids of pipelines that are not what they were. */
export function changedPipelines(before: Pipelines, after: Pipelines): number[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].filter((id) => !isDeepStrictEqual(before.get(id), after.get(id)));
}
