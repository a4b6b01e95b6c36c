import { type Key, keyOf, type Listed } from "../resource-list.ts";
import { adopt } from "./adopt.ts";
import { isOf, mayHaveHadAnEffect, messageOf, PartialFailure } from "./errors.ts";
import { find, findOwn } from "./find.ts";
import { takeName } from "./names.ts";
import type { OperationContext } from "./operation-context.ts";
import { keyOfCreated, reconcileCreate } from "./reconcile-create.ts";
import { type AnyResourceType, nameOf, titleOf } from "./resource-type.ts";
import { type CheckedInputs, type CreateResult, originOf, type ResourceState, stateOf, unreadState } from "./state.ts";

/** Creates a resource whose name is free, or adopts one that exists: the shared list, one request, one to read it. */
export async function create(
  type: AnyResourceType,
  inputs: CheckedInputs,
  context: OperationContext,
): Promise<CreateResult> {
  const adopted = inputs.adopt === undefined ? undefined : await adopt(type, inputs, context);
  if (adopted) return adopted;

  const key = await takeName(type, inputs.name, context, (existing) => send(type, inputs, existing, context));
  type
    .list(context.session)
    .journal.addCreated(typeof key === "number" ? { id: key, name: inputs.name } : { name: inputs.name });
  return { id: String(key), state: await firstState(type, key, inputs, context) };
}

/**
 * Sends the one request that creates; it is never sent blindly again.
 *
 * @returns the new key
 * @throws a conflict as the service says it: `takeName` finds out whether it is about the name
 */
async function send(
  type: AnyResourceType,
  inputs: CheckedInputs,
  existing: ReadonlySet<Key>,
  context: OperationContext,
): Promise<Key> {
  let key: Key | undefined;
  try {
    key = await type.create(inputs, context);
  } catch (error) {
    // Said in so many words it is a refusal, even inside a success.
    if (isOf(error, "conflict") || !mayHaveHadAnEffect(error)) throw error;
    return reconcileCreate(type, inputs, existing, error, context);
  }
  return key ?? keyOfCreated(type, inputs, existing, context);
}

/** From here on the resource exists, so whatever fails must not lose its id. */
async function firstState(
  type: AnyResourceType,
  key: Key,
  inputs: CheckedInputs,
  context: OperationContext,
): Promise<ResourceState> {
  let reason: string;
  try {
    const atOnce = await find(type, key, context);
    const found = atOnce ?? (await findOwn(type, key, context));
    if (found && !atOnce) await reportTwins(type, found, context);
    if (found) return stateOf(type, inputs, found, originOf(context.session));
    reason = context.interrupted() ? "the command was interrupted." : "not visible yet.";
  } catch (error) {
    reason = context.interrupted() ? "the command was interrupted." : messageOf(error);
  }
  throw new PartialFailure(
    String(key),
    unreadState(type, inputs, {}, originOf(context.session)),
    `Created ${nameOf(type, inputs.name, key)}, but reading it back failed: ${reason} ` +
      `The id is saved in the state; run "pulumi up" again.`,
  );
}

/**
 * Where the service shows creations late, an earlier command that was killed may have made a resource of this name that
 * no list showed when this one began. Nobody knows of it any more, so it is named.
 */
async function reportTwins(type: AnyResourceType, found: Listed, context: OperationContext): Promise<void> {
  const entries = await type
    .list(context.session)
    .refresh(context.options())
    .catch(() => []);
  const twins = entries.filter((entry) => entry.name === found.name && keyOf(entry) !== keyOf(found));
  if (twins.length === 0) return;
  context.report(
    "warning",
    `${titleOf({ noun: `another ${type.noun}` })} is named "${found.name}", too: id ` +
      `${twins.map((twin) => String(keyOf(twin))).join(", ")}. An earlier command that was killed may have made it. ` +
      `Delete it in the console if nobody needs it.`,
  );
}
