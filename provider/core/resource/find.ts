import { type Key, keyOf, type Listed } from "../resource-list.ts";
import { ResourceError, saysMissing } from "./errors.ts";
import type { OperationContext } from "./operation-context.ts";
import { createProvenOrigins, describeOrigins, elsewhere, movedParts, originKey } from "./origins.ts";
import { type AnyResourceType, nameOf, titleOf } from "./resource-type.ts";
import type { PriorState } from "./state.ts";

/** How long the service may take to show what it was given, in milliseconds. */
export const visibleWithinMs = 30_000;

/** The key in the id of a resource. */
export function keyIn(type: AnyResourceType, id: string): Key {
  const key = type.parseId(id);
  if (key !== undefined) return key;
  throw new ResourceError(`"${id}" is not the id of a ${type.noun}. ${type.listHint}`);
}

/** A resource, or undefined when the service calls it missing. */
export async function find(type: AnyResourceType, key: Key, context: OperationContext): Promise<Listed | undefined> {
  try {
    return await type.get(key, context);
  } catch (error) {
    if (saysMissing(error)) return undefined;
    throw error;
  }
}

/** A resource; one that this process made itself may take a while to show. */
export async function findOwn(type: AnyResourceType, key: Key, context: OperationContext): Promise<Listed | undefined> {
  if (!type.list(context.session).journal.created.has(key)) return find(type, key, context);
  const what = `the service to show ${nameOf(type)} ${String(key)}`;
  return context.until(what, visibleWithinMs, () => find(type, key, context));
}

/**
 * Whether a resource that the service calls missing is gone: only when its list arrives and lacks its key. A wrong
 * endpoint says "not found" too, and must never look like a deletion.
 *
 * @throws ResourceError when the state was written under another access key or at another endpoint, which may be
 * another account's
 */
export async function isGone(
  type: AnyResourceType,
  key: Key,
  prior: PriorState,
  context: OperationContext,
): Promise<boolean> {
  const { session } = context;
  const list = type.list(session);
  const lacks = (entries: readonly Listed[]): boolean => entries.every((entry) => keyOf(entry) !== key);
  const gone = lacks(await list.all(context.options())) || lacks(await list.all(context.options(), list.now()));
  const moved = movedParts(prior, session);
  if (!gone || moved.length === 0) return gone;
  if (await session.shared(createProvenOrigins).isSame(originKey(prior))) return true;
  throw new ResourceError(
    `${titleOf(type, prior.name, key)} is not in this account, but the state was written ${elsewhere(moved)}. ` +
      `${describeOrigins(prior, session)} Use what the state was written with. If it is the same account all the same ` +
      `and the ${type.noun} was deleted, run "pulumi state delete" on its URN.`,
  );
}
