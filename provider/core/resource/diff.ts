import { isDeepStrictEqual } from "node:util";
import { locationOf, regionCode } from "../location.ts";
import type { Host } from "../session.ts";
import { refuseUnprovenReplacement } from "./identity.ts";
import type { AnyResourceType } from "./resource-type.ts";
import type { PriorState } from "./state.ts";
import { changedProperties } from "./update-content.ts";

/**
 * The verb: which properties of a change replace a resource; none when it can be changed in place. That there are
 * changes at all the engine sees itself, by comparing the inputs, which is how it can show them by property.
 *
 * @throws IdentityError for a replacement of what may be another account's
 */
export function diff(type: AnyResourceType, prior: PriorState, inputs: PriorState, host: Host): string[] {
  const replaces = replacedBy(type, prior, inputs);
  if (replaces.length > 0) refuseUnprovenReplacement(type, prior, host.connect(locationOf(prior)));
  return replaces;
}

/** What says where a resource is: it cannot be moved. */
export const locationKeys = ["region", "platform", "site"] as const;

/** The properties by which a resource cannot become another one in place; none when it can. */
export function replacedBy(type: AnyResourceType, priorState: object, newInputs: object): string[] {
  const moved = movedBy(type, priorState, newInputs);
  return type.update === undefined ? [...moved, ...changedProperties(type, priorState, newInputs)] : moved;
}

/** The same of name and location alone, which are known before the rest is in canonical form. */
export function movedBy(type: AnyResourceType, priorState: object, newInputs: object): string[] {
  const prior = priorState as PriorState;
  const inputs = newInputs as PriorState;
  return [...type.identity, ...locationKeys].filter((key) => isOther(key, prior[key], inputs[key]));
}

/** Whether a property says something else than before; what either does not say did not change. */
export const isOther = (key: string, prior: unknown, now: unknown): boolean =>
  prior !== undefined && now !== undefined && !isDeepStrictEqual(meaning(key, prior), meaning(key, now));

/** States of earlier versions have the region as it was typed. */
const meaning = (key: string, value: unknown): unknown =>
  key === "region" && typeof value === "string" ? regionCode(value) : value;
