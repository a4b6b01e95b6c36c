import { type Key, keyOf, type Listed } from "../resource-list.ts";
import { IdentityError, messageOf, PartialFailure, ResourceError } from "./errors.ts";
import { findOwn, keyIn } from "./find.ts";
import { findProven } from "./identity.ts";
import type { OperationContext } from "./operation-context.ts";
import { type AnyResourceType, nameOf, titleOf } from "./resource-type.ts";
import {
  type CheckedInputs,
  type Origin,
  originOf,
  recordedOrigin,
  type PriorState,
  stateOf,
  unreadState,
} from "./state.ts";
import { changedProperties, readUpdated, updateContent } from "./update-content.ts";

/** Updates a resource: one request, one read before it, to notice what others changed, and one after it. */
export async function update(
  type: AnyResourceType,
  id: string,
  { prior, inputs }: { readonly prior: PriorState; readonly inputs: CheckedInputs },
  context: OperationContext,
): Promise<PriorState> {
  const key = keyIn(type, id);
  const wasRead = type.wasRead(prior);
  const current = originOf(context.session);

  // Only how it is handled changed (timeouts, adopt), or the last command ended before it could be read.
  const isWritten = type.isEquivalent(prior, inputs);
  const recorded = { ...current, ...recordedOrigin(prior) };
  if (isWritten && wasRead) return unreadState(type, inputs, prior, recorded);

  if (isWritten) {
    const read = () => existing(type, key, inputs, prior, context);
    return stateAfter(type, key, inputs, { written: recorded, read: current }, read);
  }
  const before = await existing(type, key, inputs, prior, context);
  if (wasRead) warnOfForeignEdits(type, before, prior, inputs, context);
  await updateContent(type, key, inputs, context);
  const read = () => readUpdated(type, before, inputs, context);
  return stateAfter(type, key, inputs, { written: current, read: current }, read);
}

/** The resource of the state: an update of anything else would overwrite somebody else's. */
async function existing(
  type: AnyResourceType,
  key: Key,
  inputs: CheckedInputs,
  prior: PriorState,
  context: OperationContext,
): Promise<Listed> {
  const found = await findProven(type, prior, context.session, () => findOwn(type, key, context));
  if (found) return found;
  throw new ResourceError(
    `${titleOf(type, inputs.name, key)} is missing: it may have been deleted outside of this program. ` +
      `Run "pulumi up --refresh", which creates it again if it is really gone.`,
  );
}

/** What already is as the program wants it was most likely written by us, by an update whose response was lost. */
function warnOfForeignEdits(
  type: AnyResourceType,
  before: Listed,
  prior: PriorState,
  inputs: CheckedInputs,
  { report }: OperationContext,
): void {
  const actual = type.fromRemote(before, prior, prior);
  const wanted = new Set(changedProperties(type, inputs, actual));
  const changed = changedProperties(type, prior, actual).filter((property) => wanted.has(property));
  if (changed.length === 0) return;
  report(
    "warning",
    `${titleOf(type, actual.name, keyOf(before))} was changed by somebody else since the last update: ` +
      `${changed.join(", ")}. This update replaces that.`,
  );
}

/** @param origins where it was written, and where it is read: what cannot be read here need not be here */
async function stateAfter(
  type: AnyResourceType,
  key: Key,
  inputs: CheckedInputs,
  origins: { readonly written: Origin; readonly read: Origin },
  read: () => Promise<Listed>,
): Promise<PriorState> {
  try {
    return stateOf(type, inputs, await read(), origins.read);
  } catch (error) {
    if (error instanceof IdentityError) throw error;
    // What the parts worked on before the update would make what they work on now look like somebody else's change.
    throw new PartialFailure(
      String(key),
      unreadState(type, inputs, {}, origins.written),
      `Updated ${nameOf(type, inputs.name, key)}, but reading it back failed: ${messageOf(error)} ` +
        `Run "pulumi up" again to finish.`,
    );
  }
}
