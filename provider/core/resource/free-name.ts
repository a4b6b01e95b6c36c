import { serviceErrors } from "../../services/sourcepipeline/api/error-codes.ts";
import { PipelineError } from "./errors.ts";
import { findPipeline } from "./find-pipeline.ts";
import { isOf } from "./gone.ts";
import type { NamedPipeline } from "./pipeline-names.ts";
import type { Ports } from "./ports.ts";
import type { Turn } from "./turn.ts";

/** How long the service may take to let go of a deleted pipeline's name, in milliseconds. */
const freeWithinMs = 60_000;

/**
 * Takes a name with `use`, once it is free. A name that a pipeline on its way out still holds is waited for; any other
 * holder is an error.
 *
 * @param use takes the name, given the ids of all pipelines that exist, and fails with the service's conflict
 */
export async function takeName(
  name: string,
  ports: Ports,
  turn: Turn,
  use: (existing: ReadonlySet<number>) => Promise<number>,
): Promise<number> {
  const { pipelines } = ports.lists;
  if (!pipelines.reserve(name)) throw new PipelineError(isReserved(name));
  let refusals = 0;
  try {
    let list = await pipelines.all(turn.options());
    const id = await turn.until(`the name "${name}" to become free`, freeWithinMs, async () => {
      // "Taken" is believed only of a list that was read anew.
      if (find(list, name)) list = await pipelines.readAnew(turn.options());
      const holder = find(list, name);
      if (holder && !(await isLeaving(holder, ports, turn))) {
        const { what, hint } = nameIsTaken(holder, ports);
        throw new PipelineError(`${what} ${hint}`);
      }
      if (holder) return undefined;
      try {
        return await use(new Set(list.map((pipeline) => pipeline.id)));
      } catch (error) {
        if (!isOf(error, "conflict")) throw error;
        list = await pipelines.readAnew(turn.options());
        // What neither the service nor the list calls a taken name is its own affair: said once more, it is reported.
        if (!saysTaken(error) && !find(list, name) && ++refusals > 1) throw error;
        return undefined;
      }
    });
    if (id !== undefined) return id;
    throw new PipelineError(turn.interrupted() ? wasInterrupted(name) : staysTaken(name));
  } finally {
    pipelines.release(name);
  }
}

/** The pipeline that keeps a name from being taken, as far as a list shows it that may have been read earlier. */
export async function holderOf(name: string, ports: Ports, turn: Turn): Promise<NamedPipeline | undefined> {
  const { pipelines } = ports.lists;
  if (!find(await pipelines.all(turn.options()), name)) return undefined;
  const holder = find(await pipelines.all(turn.options(), pipelines.now()), name);
  return holder && !(await isLeaving(holder, ports, turn)) ? holder : undefined;
}

/** Whether a pipeline that the list shows is deleted already. */
async function isLeaving({ id }: NamedPipeline, ports: Ports, turn: Turn): Promise<boolean> {
  return ports.lists.pipelines.isLeaving(id) || (await findPipeline(id, ports, turn)) === undefined;
}

const find = (list: readonly NamedPipeline[], name: string): NamedPipeline | undefined =>
  list.find((pipeline) => pipeline.name === name);

/** Other conflicts (a quota of the account, a related service that is not there) may have codes that look the same. */
const saysTaken = (error: Error): boolean =>
  (error as { serviceCode?: string }).serviceCode === String(serviceErrors.duplicateName.code);

/** What is wrong with a name that a pipeline has, and what to do: one that this stack manages is not to be adopted. */
export function nameIsTaken(
  { id, name }: NamedPipeline,
  { memory }: Pick<Ports, "memory">,
): { what: string; hint: string } {
  const holder = memory.holders.get(name);
  const taken = `A pipeline named "${name}" exists already, with id ${String(id)}`;
  if (holder !== undefined) {
    return {
      what: `${taken}; it is that of another resource of this stack, ${holder}.`,
      hint:
        `A pipeline cannot be renamed: give one of the two a name that is new, run "pulumi up", and then give the ` +
        `other one the name that has become free.`,
    };
  }
  return {
    what: `${taken}.`,
    hint:
      `To manage it here, add adopt: "${String(id)}"; otherwise give this one another name. If this is a replacement ` +
      `under the same name, set the resource option deleteBeforeReplace: true.`,
  };
}

const isReserved = (name: string): string =>
  `Two resources of this program create a pipeline named "${name}" at the same time. Give one of them another name.`;

const wasInterrupted = (name: string): string =>
  `The command was ended before pipeline "${name}" was created. Nothing was made.`;

const staysTaken = (name: string): string =>
  `The service says that the name "${name}" is taken, but shows no pipeline that has it. It may be one that was just ` +
  `deleted, or is just being created: run "pulumi up" again in a minute.`;
