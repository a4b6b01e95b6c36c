import { PipelineError } from "./errors.ts";
import { search } from "../cached-list.ts";
import { findPipeline } from "./find-pipeline.ts";
import { isGone, isOf, saysMissing } from "./gone.ts";
import { findProven, movedParts, refuseOtherName } from "./identity.ts";
import { adoptionKey } from "./owners.ts";
import type { Connect, Ports } from "./ports.ts";
import { projectIdOf } from "./project-id.ts";
import { type KnownState, locationOf, timeoutOf } from "./state.ts";
import type { Turn } from "./turn.ts";

/** How long the list may show a pipeline that the service calls missing, in milliseconds. */
const goneWithinMs = 60_000;

/** Deletes a pipeline from the location it was created in; one that is gone already is no failure. */
export async function deletePipeline(id: string, known: KnownState, connect: Connect): Promise<void> {
  const ports = connect(locationOf(known));
  const { client, lists, report } = ports;
  const turn = ports.begin(timeoutOf(known, "delete"));
  const projectId = projectIdOf(id);

  const isAdopted = ports.owners.ownerOf(adoptionKey(projectId, ports)) === known.name;
  if (isAdopted || lists.pipelines.isClaimed({ id: projectId, name: known.name })) {
    // Adopted under another resource's name: the engine creates first and deletes then, or in the next command when
    // something has failed in between.
    report("info", `Pipeline ${id} is kept: another resource of this program has taken it over.`);
    return;
  }
  if (await isTheStates(projectId, known, ports, turn)) {
    try {
      await client.deleteProject({ projectId }, turn.options());
    } catch (error) {
      if (!saysMissing(error)) throw error;
      await awaitGone(projectId, known, ports, turn);
    }
  } else {
    await awaitGone(projectId, known, ports, turn);
  }
  lists.pipelines.deleted(projectId);
}

/**
 * Whether what the id stands for is the pipeline of the state, which the shared list proves by its name; false when
 * there is nothing. What the list does not show (a new pipeline may be late), or cannot prove, is read.
 *
 * @throws PipelineError for a stranger
 */
async function isTheStates(projectId: number, known: KnownState, ports: Ports, turn: Turn): Promise<boolean> {
  const options = turn.options();
  const { hits } = await search(ports.lists.pipelines, ({ id }) => id === projectId, { options }).catch(
    (error: unknown) => {
      if (isOf(error, "permission")) return { hits: [] };
      throw error;
    },
  );
  const [listed] = hits;
  if (listed !== undefined) refuseOtherName(listed, known, ports);
  if (listed !== undefined && movedParts(known, ports).length === 0) return true;
  return (await findProven(known, ports, () => findPipeline(projectId, ports, turn))) !== undefined;
}

async function awaitGone(projectId: number, known: KnownState, ports: Ports, turn: Turn): Promise<void> {
  const gone = await turn.until(`pipeline ${String(projectId)} to leave the list`, goneWithinMs, async () =>
    (await isGone(projectId, known, ports, turn)) ? true : undefined,
  );
  if (gone) return;
  throw new PipelineError(
    `The service calls pipeline ${String(projectId)} missing, but still lists it. Try again in a minute.`,
  );
}
