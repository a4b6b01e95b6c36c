import { PipelineError } from "./errors.ts";
import { findPipeline } from "./find-pipeline.ts";
import type { NamedPipeline } from "./pipeline-names.ts";
import type { Ports } from "./ports.ts";
import type { Turn } from "./turn.ts";

/** How long the service may take to let go of a deleted pipeline's name, in milliseconds. */
const freeWithinMs = 60_000;

/**
 * Takes a name with `use`, once it is free. A name that a pipeline on its way out still holds is waited for; any other
 * holder is an error.
 *
 * @param use takes the name, given the ids of all pipelines that exist; undefined when the name was not free after all
 */
export async function takeName(
  name: string,
  ports: Ports,
  turn: Turn,
  use: (existing: ReadonlySet<number>) => Promise<number | undefined>,
): Promise<number> {
  const { pipelines } = ports.lists;
  if (!pipelines.reserve(name)) throw new PipelineError(isReserved(name));
  try {
    let list = await pipelines.all(turn.options());
    const id = await turn.until(`the name "${name}" to become free`, freeWithinMs, async () => {
      // "Taken" is believed only of a list that was read anew.
      if (find(list, name)) list = await pipelines.readAnew(turn.options());
      const holder = find(list, name);
      if (holder && !(await isLeaving(holder, ports, turn))) throw new PipelineError(nameIsTaken(holder));
      if (holder) return undefined;

      const taken = await use(new Set(list.map((pipeline) => pipeline.id)));
      if (taken === undefined) list = await pipelines.readAnew(turn.options());
      return taken;
    });
    if (id !== undefined) return id;
    throw new PipelineError(turn.interrupted() ? wasInterrupted(name) : staysTaken(name));
  } finally {
    pipelines.release(name);
  }
}

/** Whether a pipeline that the list shows is deleted already. */
async function isLeaving({ id }: NamedPipeline, ports: Ports, turn: Turn): Promise<boolean> {
  return ports.lists.pipelines.isLeaving(id) || (await findPipeline(id, ports, turn)) === undefined;
}

const find = (list: readonly NamedPipeline[], name: string): NamedPipeline | undefined =>
  list.find((pipeline) => pipeline.name === name);

const nameIsTaken = ({ id, name }: NamedPipeline): string =>
  `A pipeline named "${name}" exists already, with id ${String(id)}. To manage it here, add adopt: "${String(id)}"; ` +
  `otherwise give this one another name. If this is a replacement under the same name, set the resource option ` +
  `deleteBeforeReplace: true.`;

const isReserved = (name: string): string =>
  `Two resources of this program create a pipeline named "${name}" at the same time. Give one of them another name.`;

const wasInterrupted = (name: string): string =>
  `The command was ended before pipeline "${name}" was created. Nothing was made.`;

const staysTaken = (name: string): string =>
  `The service says that the name "${name}" is taken, but shows no pipeline that has it. It may be one that was just ` +
  `deleted, or is just being created: run "pulumi up" again in a minute.`;
