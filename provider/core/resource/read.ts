import { ResourceError } from "./errors.ts";
import { findOwn, isGone, keyIn } from "./find.ts";
import { findProven } from "./identity.ts";
import type { OperationContext } from "./operation-context.ts";
import { type AnyResourceType, titleOf } from "./resource-type.ts";
import { type CheckedInputs, inputsOf, originOf, type PriorState, type ResourceState, stateOf } from "./state.ts";

/** A resource as it is. */
export interface ReadResult {
  readonly id: string;
  readonly state: ResourceState;
  readonly inputs: CheckedInputs;
}

/**
 * Reads a resource in the shape of a program, written as the state has it wherever that means the same.
 *
 * @returns undefined when it is gone
 */
export async function read(
  type: AnyResourceType,
  id: string,
  prior: PriorState,
  context: OperationContext,
): Promise<ReadResult | undefined> {
  const { session } = context;
  const key = keyIn(type, id);

  const wasManaged = isManaged(type, prior);
  const find = () => findOwn(type, key, context);
  // What is read by its id alone, as by get, has no name yet.
  const found = await (prior.name === undefined ? find() : findProven(type, prior, session, find));
  if (!found) {
    if (!wasManaged) throw new ResourceError(`There is no ${type.noun} with id ${id}. ${type.listHint}`);
    if (await isGone(type, key, prior, context)) return undefined;
    throw new ResourceError(`${titleOf(type)} ${id} is in the list, but GET returns not found. Try again in a minute.`);
  }
  const program = type.fromRemote(found, prior, prior);
  const inputs = inputsOf(type, { ...program, ...session.location, adopt: prior.adopt });
  // An import by hand has no outputs yet either, but a name.
  const isExternal = prior.name === undefined || prior.isExternal === true;
  const state = { ...stateOf(type, inputs, found, originOf(session)), ...(isExternal && { isExternal }) };
  return { id, state, inputs };
}

/** Whether the state was written by a verb: what was never read has no outputs yet, and an import by hand no account. */
const isManaged = (type: AnyResourceType, prior: PriorState): boolean =>
  prior.account !== undefined || type.outputs.some((output) => prior[output] !== undefined);
