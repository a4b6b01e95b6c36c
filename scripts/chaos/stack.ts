import { isDeepStrictEqual } from "node:util";
import type { Checked, PriorState } from "./engine/verbs.ts";
import type { MadeSpec, ProviderName } from "./programs/program.ts";
import type { SavedRun } from "./runs/run-spec.ts";

/** One pipeline as the engine keeps it in the state. */
export interface Saved {
  /** Name of the resource in the program. */
  readonly resource: string;
  readonly id: string;
  readonly inputs: Checked;
  readonly outs: PriorState;
  readonly urn: string;
  readonly provider: ProviderName;
  /** Names of the resources before it. */
  readonly dependencies: readonly string[];
  /** After a partial failure: the next up calls update, whatever diff says. */
  readonly isUnfinished: boolean;
  /** Replaced, and still to be deleted. */
  readonly isCondemned: boolean;
  /** The next up replaces it, whatever diff says. */
  readonly isTainted: boolean;
}

/** What another provider made for pipelines, as the engine keeps it in the state. */
export interface SavedMade extends MadeSpec {
  readonly resource: string;
  readonly id: number;
  readonly isCondemned: boolean;
}

/** The state of a stack: what is left of it when the process ends is what the next one sees. */
export interface Stack {
  resources: readonly Saved[];
  made: readonly SavedMade[];
  runs: readonly SavedRun[];
  /** Resources of runs that were deleted, once for each time. */
  deletedRuns: readonly string[];
}

export const isPipeline = (saved: Saved | SavedMade | SavedRun): saved is Saved => "provider" in saved;

/** The resource as it was last time; undefined for a new one. */
export const find = (stack: Stack, resource: string): Saved | undefined =>
  stack.resources.find((saved) => saved.resource === resource && !saved.isCondemned);

/** Takes `before` out of the state and puts `after` in. */
export function replaceSaved(stack: Stack, before: Saved | undefined, after: readonly Saved[]): void {
  stack.resources = [...stack.resources.filter((saved) => saved !== before), ...after];
}

/** The provider answered in a way that the real engine cannot take. */
export class ProtocolError extends Error {
  override name = "ProtocolError";
}

/**
 * What the engine's protocol leaves of a value.
 *
 * @throws ProtocolError for undefined, dates and the like, on which the real protocol fails after the pipeline was made
 */
export function asPlain<Value>(value: Value): Value {
  const copy = JSON.parse(JSON.stringify(value)) as Value;
  if (isDeepStrictEqual(copy, value)) return copy;
  throw new ProtocolError(`This output is not plain JSON: ${JSON.stringify(value)}`);
}
