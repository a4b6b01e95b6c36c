import { type Key, keyOf, type Listed } from "../resource-list.ts";
import { isOf, messageOf, ResourceError } from "./errors.ts";
import { find, visibleWithinMs } from "./find.ts";
import type { OperationContext } from "./operation-context.ts";
import { type AnyResourceType, nameOf } from "./resource-type.ts";
import type { CheckedInputs } from "./state.ts";

/** What the search gets when the verb's own time is over: a resource that exists must not be lost to a timeout. */
const graceMs = 10_000;

/** What one last look gets after a Ctrl-C: with another name in the program, nobody would ever look again. */
const lastLookMs = 2_000;

/**
 * Finds out what became of a create whose response was lost: takes the resource of this name that was not there before
 * and says what was sent.
 *
 * @param existing keys of the resources that were there before
 * @param lost what went wrong with the request
 */
export async function reconcileCreate(
  type: AnyResourceType,
  inputs: CheckedInputs,
  existing: ReadonlySet<Key>,
  lost: unknown,
  context: OperationContext,
): Promise<Key> {
  const { name } = inputs;
  const what = `a sign of ${nameOf(type, name)}, whose creation was not confirmed`;
  const found = await lookFor(what, context, (within) => newcomer(type, name, existing, within)).catch(
    (error: unknown) => {
      throw new ResourceError(isUnclear(type, name, lost, `It could not be looked for: ${messageOf(error)}`));
    },
  );
  if (!found) {
    const because = context.interrupted() ? "The command was interrupted before it showed." : "It has not shown since.";
    throw new ResourceError(isUnclear(type, name, lost, because));
  }
  const key = keyOf(found);
  if (type.isEquivalent(type.fromRemote(found, inputs), inputs)) {
    const message = `The creation of ${nameOf(type, name)} was not confirmed, but it exists: id ${String(key)}.`;
    context.report("info", message);
    return key;
  }
  throw new ResourceError(isAnother(type, name, key, lost));
}

/**
 * The key of a resource that was created for certain, where the response does not tell it: its list does. A GET that
 * fails must not lose it, so that there is none unless several resources of the name have appeared.
 *
 * @throws ResourceError that names the way in for a resource that does not show
 */
export async function keyOfCreated(
  type: AnyResourceType,
  inputs: CheckedInputs,
  existing: ReadonlySet<Key>,
  context: OperationContext,
): Promise<Key> {
  const { name } = inputs;
  const what = `the service to show ${nameOf(type, name)}`;
  const found = await lookFor(what, context, async (within) => {
    const candidates = await newcomers(type, name, existing, within);
    return candidates.length > 1 ? sent(type, inputs, candidates, within) : candidates[0];
  }).catch((error: unknown) => {
    throw new ResourceError(isUnknown(type, name, messageOf(error)));
  });
  if (found) return keyOf(found);
  const because = context.interrupted() ? "the command was interrupted before it showed." : "it has not shown since.";
  throw new ResourceError(isUnknown(type, name, because));
}

/** Looks for what was created, beyond the time of the verb, and once more after a Ctrl-C. */
async function lookFor(
  what: string,
  context: OperationContext,
  look: (within: OperationContext) => Promise<Listed | undefined>,
): Promise<Listed | undefined> {
  const search = context.withTime(Math.max(context.remainingMs(), graceMs));
  const found = await search.until(what, visibleWithinMs, () => look(search));
  if (found || !search.interrupted()) return found;
  const last = context.withTime(lastLookMs, { interruptible: false });
  return last.until(what, lastLookMs, () => look(last));
}

/** The one of several that says what was sent. */
async function sent(
  type: AnyResourceType,
  inputs: CheckedInputs,
  candidates: readonly Listed[],
  context: OperationContext,
): Promise<Listed | undefined> {
  const remotes = await Promise.all(
    candidates.map((candidate) => find(type, keyOf(candidate), context).catch(unlessLasting)),
  );
  return remotes.find((remote) => remote && type.isEquivalent(type.fromRemote(remote, inputs), inputs));
}

async function newcomer(
  type: AnyResourceType,
  name: string,
  existing: ReadonlySet<Key>,
  context: OperationContext,
): Promise<Listed | undefined> {
  const [candidate] = await newcomers(type, name, existing, context);
  return candidate && find(type, keyOf(candidate), context).catch(unlessLasting);
}

/** The resources of a name that were not there before. */
async function newcomers(
  type: AnyResourceType,
  name: string,
  existing: ReadonlySet<Key>,
  context: OperationContext,
): Promise<readonly Listed[]> {
  const list = type.list(context.session);
  const entries = await list.refresh(context.options()).catch(unlessLasting);
  // The one that is being replaced under the same name may still show; not where the name is the key, see `takeName`.
  const isLeaving = (key: Key): boolean => key !== name && list.journal.deleted.has(key);
  return (entries ?? []).filter(
    (entry) => entry.name === name && !existing.has(keyOf(entry)) && !isLeaving(keyOf(entry)),
  );
}

/** What broke the create may still be broken; what will not mend by itself ends the wait. */
function unlessLasting(error: unknown): undefined {
  if (isOf(error, "authentication") || isOf(error, "permission")) throw error;
}

const isUnclear = (type: AnyResourceType, name: string, lost: unknown, because: string): string =>
  `The create request for ${nameOf(type, name)} may or may not have succeeded: ${messageOf(lost)} ${because} ` +
  `Run "pulumi up" again: it looks the name up before it creates anything.`;

const isUnknown = (type: AnyResourceType, name: string, because: string): string =>
  `Created ${nameOf(type, name)}, but its id is not known: ${because} ` +
  `Add adopt: true, which manages it from the next "pulumi up" on.`;

const isAnother = (type: AnyResourceType, name: string, key: Key, lost: unknown): string =>
  `The response to the create request for ${nameOf(type, name)} was lost (${messageOf(lost)}), and a ${type.noun} of ` +
  `that name appeared, but with other content: id ${String(key)}. Somebody else may have created it. To adopt it, add ` +
  `adopt: "${String(key)}"; otherwise give this one another name.`;
