import { type Key, keyOf, type Listed } from "../resource-list.ts";
import { search } from "../cached-list.ts";
import { adoptionError, adoptionRules, type AdoptOption, removing } from "./adoption-rules.ts";
import { ResourceError } from "./errors.ts";
import { find, keyIn } from "./find.ts";
import type { OperationContext } from "./operation-context.ts";
import { adoptionKey } from "./owners.ts";
import { type AnyResourceType, titleOf } from "./resource-type.ts";
import { type CheckedInputs, type CreateResult, originOf, stateOf } from "./state.ts";
import { readUpdated, updateContent } from "./update-content.ts";

/**
 * Adopts an existing resource and gives it the content of the program.
 *
 * @returns undefined when there is none of the name; by id it must be there
 */
export async function adopt(
  type: AnyResourceType,
  inputs: CheckedInputs,
  context: OperationContext,
): Promise<CreateResult | undefined> {
  const { session, owners } = context;
  const found = await findToAdopt(type, inputs, context);
  if (!found) return undefined;
  const adopted = await giveContent(type, found, inputs, context);
  const key = keyOf(adopted);
  type.list(session).journal.addCreated({ name: adopted.name, ...(adopted.id !== undefined && { id: adopted.id }) });
  owners.take(adoptionKey(type.noun, key, session), adopted.name);
  return { id: String(key), state: stateOf(type, inputs, adopted, originOf(session)) };
}

/** The resource that `adopt` means. */
export async function findToAdopt(
  type: AnyResourceType,
  inputs: CheckedInputs,
  context: OperationContext,
  option: AdoptOption = "adopt",
): Promise<Listed | undefined> {
  const key = inputs.adopt === true ? await keyOfName(type, inputs.name, context) : keyIn(type, inputs.adopt ?? "");
  if (key === undefined) return undefined;
  const found = await find(type, key, context);
  if (!found) throw await whyMissing(type, key, context, option);
  if (found.name === inputs.name) return found;
  throw adoptionError(
    adoptionRules.NCSP116,
    option,
    `${titleOf(type)} ${String(key)} is named "${found.name}", and a ${type.noun} cannot be renamed.`,
    `Give the name "${found.name}", or leave it out.`,
  );
}

async function whyMissing(
  type: AnyResourceType,
  key: Key,
  context: OperationContext,
  option: AdoptOption,
): Promise<ResourceError> {
  const subject = `${titleOf(type)} ${String(key)}`;
  const entries = await type.list(context.session).refresh(context.options());
  return entries.some((entry) => keyOf(entry) === key)
    ? new ResourceError(`${option}: ${subject} is in the list, but GET returns not found. Try again in a minute.`)
    : adoptionError(adoptionRules.NCSP114, option, `${subject} does not exist.`, removing[option]);
}

async function keyOfName(type: AnyResourceType, name: string, context: OperationContext): Promise<Key | undefined> {
  const list = type.list(context.session);
  const { hits } = await search(list, (entry) => entry.name === name, { options: context.options() });
  const [only, second] = hits.map(keyOf);
  if (second === undefined) return only;
  const ids = hits.map((entry) => String(keyOf(entry))).join(", ");
  throw adoptionError(
    adoptionRules.NCSP116,
    "adopt",
    `More than one ${type.noun} is named "${name}": ids ${ids}.`,
    "Give the id of one of them.",
  );
}

async function giveContent(
  type: AnyResourceType,
  found: Listed,
  inputs: CheckedInputs,
  context: OperationContext,
): Promise<Listed> {
  if (type.isEquivalent(type.fromRemote(found, inputs), inputs)) return found;
  await updateContent(type, keyOf(found), inputs, context);
  return readUpdated(type, found, inputs, context);
}
