import { type Key, keyOf, type Listed } from "../resource-list.ts";
import { ResourceError } from "./errors.ts";
import { visibleWithinMs } from "./find.ts";
import type { OperationContext } from "./operation-context.ts";
import { type AnyResourceType, nameOf, titleOf } from "./resource-type.ts";
import type { CheckedInputs, PriorState } from "./state.ts";

/** Gives a resource the content of the program: one request, which always states the whole. */
export async function updateContent(
  type: AnyResourceType,
  key: Key,
  inputs: CheckedInputs,
  context: OperationContext,
): Promise<void> {
  if (type.update === undefined) {
    throw new ResourceError(
      `${titleOf(type, inputs.name, key)} cannot be changed in place. Give the program the content that it has.`,
    );
  }
  await type.update(key, inputs, context);
}

/**
 * Reads a resource after an update. While the service still shows exactly what was there before, it is asked again: what
 * it resolved then would be recorded for what it resolves now.
 *
 * @param before what it showed before the update
 */
export async function readUpdated(
  type: AnyResourceType,
  before: Listed,
  inputs: CheckedInputs,
  context: OperationContext,
): Promise<Listed> {
  const key = keyOf(before);
  const what = `the service to show the update of ${nameOf(type)} ${String(key)}`;
  const former = type.fromRemote(before, inputs);
  let seen: Listed | undefined;
  await context.until(what, visibleWithinMs, async () => {
    seen = await type.get(key, context);
    const shown = type.fromRemote(seen, inputs);
    return type.isEquivalent(shown, inputs) || !type.isEquivalent(shown, former) ? seen : undefined;
  });
  return seen ?? before;
}

/** The properties in which a resource says something else than the state. */
export function changedProperties(type: AnyResourceType, prior: object, actual: object): string[] {
  const pick = (from: object, property: string): object => ({ [property]: (from as PriorState)[property] });
  return type.properties.filter(
    (property) =>
      !type.identity.includes(property) && !type.isEquivalent(pick(prior, property), pick(actual, property)),
  );
}
