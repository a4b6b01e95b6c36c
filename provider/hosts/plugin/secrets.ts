import type { Properties } from "../../core/validation/shape/shape.ts";
import type { OpenedObject } from "./messages.ts";
import { seal, secretPathsOf } from "./wire-values.ts";

/**
 * A state with everything secret that is so in the inputs, and what is made from that.
 *
 * @param outputs what stands in the state beside the inputs
 */
export function sealState(state: object, { value, marks }: OpenedObject, outputs: Properties): object {
  const isMarked = (key: string): boolean => typeof marks === "object" && marks[key] !== undefined;
  const derived = Object.entries(outputs).flatMap(([key, { derivedFrom }]) =>
    derivedFrom !== undefined && isMarked(derivedFrom) ? [[key, true] as const] : [],
  );
  const all = marks === true ? true : { ...marks, ...Object.fromEntries(derived) };
  return seal(state, { value, marks: all }) as object;
}

/** Paths that are secret now, and were not. */
export function newSecretsOf(prior: OpenedObject, inputs: OpenedObject): string[] {
  const before = secretPathsOf(prior);
  const isCovered = (path: string): boolean =>
    before.some((secret) => path === secret || path.startsWith(`${secret}.`) || path.startsWith(`${secret}[`));
  return secretPathsOf(inputs).filter((path) => !isCovered(path));
}
