import { type Key, keyOf, type Listed } from "../resource-list.ts";
import type { Session } from "../session.ts";
import { isOf, ResourceError } from "./errors.ts";
import { find } from "./find.ts";
import type { OperationContext } from "./operation-context.ts";
import { type Additions, type AnyResourceType, nameOf } from "./resource-type.ts";

/** How long the service may take to let go of a deleted resource's name, in milliseconds. */
const freeWithinMs = 60_000;

/** Which resource of the stack has a name in the state, as far as that has been reported; by name. */
export const createHolders = (): Map<string, string> => new Map();

/** What the service added to resources that are to be replaced under their own name; by that name. */
export const createReplaced = (): Map<string, Additions> => new Map();

/**
 * Takes a name with `use`, once it is free. A name that a resource on its way out still has is waited for; any other
 * holder is an error.
 *
 * @param use takes the name, given the keys of all resources that exist, and fails with the service's conflict
 */
export async function takeName(
  type: AnyResourceType,
  name: string,
  context: OperationContext,
  use: (existing: ReadonlySet<Key>) => Promise<Key>,
): Promise<Key> {
  const list = type.list(context.session);
  if (!list.journal.reserveName(name)) throw new ResourceError(isReserved(type, name));
  let refusals = 0;
  try {
    // Where the name is the key, it comes back with the next resource: what was deleted has to be gone by then.
    const comesBack = list.journal.deleted.has(name);
    let entries = await (comesBack ? list.refresh(context.options()) : list.all(context.options()));
    const key = await context.until(`the name "${name}" to become free`, freeWithinMs, async () => {
      // "Taken" is believed only of a list that was read anew.
      if (findByName(entries, name)) entries = await list.refresh(context.options());
      const entry = findByName(entries, name);
      const holder = entry && (await findStaying(type, entry, context));
      if (holder) {
        const { message, hint } = nameIsTaken(type, holder, context.session);
        throw new ResourceError(`${message} ${hint}`);
      }
      if (entry) return undefined;
      try {
        return await use(new Set(entries.map(keyOf)));
      } catch (error) {
        if (!isOf(error, "conflict")) throw error;
        entries = await list.refresh(context.options());
        // What neither the service nor the list calls a taken name is its own affair: said once more, it is reported.
        if (!type.saysNameTaken(error) && !findByName(entries, name) && ++refusals > 1) throw error;
        return undefined;
      }
    });
    if (key !== undefined) return key;
    throw new ResourceError(context.interrupted() ? wasInterrupted(type, name) : staysTaken(type, name));
  } finally {
    list.journal.freeName(name);
  }
}

/** What keeps a name from being taken, as far as a list shows it that may have been read earlier. */
export async function holderOf(
  type: AnyResourceType,
  name: string,
  context: OperationContext,
): Promise<Listed | undefined> {
  const list = type.list(context.session);
  if (!findByName(await list.all(context.options()), name)) return undefined;
  const entry = findByName(await list.all(context.options(), list.now()), name);
  return entry && findStaying(type, entry, context);
}

/** What the list shows; undefined when it is deleted already. */
async function findStaying(
  type: AnyResourceType,
  entry: Listed,
  context: OperationContext,
): Promise<Listed | undefined> {
  const key = keyOf(entry);
  return type.list(context.session).journal.deleted.has(key) ? undefined : find(type, key, context);
}

const findByName = (entries: readonly Listed[], name: string): Listed | undefined =>
  entries.find((entry) => entry.name === name);

/** What is wrong with a name that a resource has, and what to do: one that this stack manages is not to be adopted. */
export function nameIsTaken(type: AnyResourceType, found: Listed, session: Session): { message: string; hint: string } {
  const { noun } = type;
  const { name } = found;
  const key = String(keyOf(found));
  const holder = session.shared(createHolders).get(name);
  const taken = `A ${noun} named "${name}" exists already, with id ${key}`;
  if (holder !== undefined) {
    return {
      message: `${taken}; it is that of another resource of this stack, ${holder}.`,
      hint:
        `A ${noun} cannot be renamed: give one of the two a name that is new, run "pulumi up", and then give the ` +
        `other one the name that has become free.`,
    };
  }
  const replaced = session.shared(createReplaced).get(name);
  return replaced !== undefined && type.hasRecordedLabels(found, replaced)
    ? {
        message: `${taken}; it is the one that is to be replaced.`,
        hint: "To delete it before the new one is made, set the resource option deleteBeforeReplace: true.",
      }
    : {
        message: `${taken}.`,
        hint: `To manage it here, add adopt: "${key}"; otherwise give this one another name.`,
      };
}

const isReserved = ({ noun }: AnyResourceType, name: string): string =>
  `Two resources of this program create a ${noun} named "${name}" at the same time. Give one of them another name.`;

const wasInterrupted = (type: AnyResourceType, name: string): string =>
  `The command was ended before ${nameOf(type, name)} was created. Nothing was made.`;

const staysTaken = ({ noun }: AnyResourceType, name: string): string =>
  `The service says that the name "${name}" is taken, but shows no ${noun} that has it. It may be one that was just ` +
  `deleted, or is just being created: run "pulumi up" again in a minute.`;
