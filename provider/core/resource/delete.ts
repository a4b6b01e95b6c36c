import { search } from "../cached-list.ts";
import { type Key, keyOf } from "../resource-list.ts";
import { isOf, ResourceError, saysMissing } from "./errors.ts";
import { find, isGone, keyIn } from "./find.ts";
import { findProven, refuseOtherName } from "./identity.ts";
import type { OperationContext } from "./operation-context.ts";
import { movedParts } from "./origins.ts";
import { adoptionKey } from "./owners.ts";
import { type AnyResourceType, nameOf, titleOf } from "./resource-type.ts";
import type { PriorState } from "./state.ts";

/** How long the list may show what the service calls missing, in milliseconds. */
const goneWithinMs = 60_000;

/** Deletes a resource from the location it was created in; one that is gone already is no failure. */
export async function deleteResource(
  type: AnyResourceType,
  id: string,
  prior: PriorState,
  context: OperationContext,
): Promise<void> {
  const { session } = context;
  const key = keyIn(type, id);
  const { journal } = type.list(session);

  const isAdopted = context.owners.ownerOf(adoptionKey(type.noun, key, session)) === prior.name;
  if (isAdopted || journal.isClaimed({ key, name: prior.name })) {
    // Adopted under another resource's name: the engine creates first and deletes then, or in the next command when
    // something has failed in between.
    context.report("info", `${titleOf(type)} ${id} is kept: another resource of this program has adopted it.`);
    return;
  }
  if (await isTheStates(type, key, prior, context)) {
    try {
      await type.delete(key, context);
    } catch (error) {
      if (!saysMissing(error)) throw error;
      await awaitGone(type, key, prior, context);
    }
  } else {
    await awaitGone(type, key, prior, context);
  }
  journal.addDeleted(key);
}

/**
 * Whether what the key stands for is the resource of the state, which the shared list proves by its name; false when
 * there is nothing. What the list does not show (a new resource may be late), or cannot prove, is read.
 *
 * @throws IdentityError for somebody else's
 */
async function isTheStates(
  type: AnyResourceType,
  key: Key,
  prior: PriorState,
  context: OperationContext,
): Promise<boolean> {
  const { session } = context;
  const options = context.options();
  const { hits } = await search(type.list(session), (entry) => keyOf(entry) === key, { options }).catch(
    (error: unknown) => {
      if (isOf(error, "permission")) return { hits: [] };
      throw error;
    },
  );
  const [listed] = hits;
  if (listed !== undefined) refuseOtherName(type, listed, prior, session);
  if (listed !== undefined && movedParts(prior, session).length === 0) return true;
  return (await findProven(type, prior, session, () => find(type, key, context))) !== undefined;
}

async function awaitGone(type: AnyResourceType, key: Key, prior: PriorState, context: OperationContext): Promise<void> {
  const what = `${nameOf(type)} ${String(key)} to leave the list`;
  const gone = await context.until(what, goneWithinMs, async () =>
    (await isGone(type, key, prior, context)) ? true : undefined,
  );
  if (gone) return;
  throw new ResourceError(
    `${titleOf(type)} ${String(key)} is in the list, but GET returns not found. Try again in a minute.`,
  );
}
