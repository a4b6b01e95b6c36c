import { locationOf } from "../location.ts";
import type { Host } from "../session.ts";
import { unknownValue } from "../validation/unknown.ts";
import type { AnyResourceType } from "./resource-type.ts";
import { type CheckedInputs, originOf, type PriorState } from "./state.ts";

/**
 * What the service will add to a resource, before it is asked: unknown, but for what the type can tell, and for where
 * the state is written.
 *
 * @param prior the state of a resource that is updated; empty for a new one
 */
export function previewAdditions(type: AnyResourceType, prior: PriorState, inputs: CheckedInputs, host: Host): object {
  const unknown = Object.fromEntries(type.outputs.map((output) => [output, unknownValue]));
  return { ...unknown, ...type.keptAdditions?.(inputs, prior), ...originOf(host.connect(locationOf(inputs))) };
}
