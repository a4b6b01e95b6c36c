import type { KnownState } from "./state.ts";

/** No word on `changes`: undefined makes the engine compare. */
export interface DiffResult {
  replaces: string[];
  deleteBeforeReplace: boolean;
}

/** A pipeline can be neither renamed nor moved. */
const identity = ["name", "region", "platform", "site"] as const;

/**
 * Says which changes replace; that there are changes at all the engine sees itself, by comparing the inputs, which is
 * how it can show them by property.
 */
export function diff(known: KnownState, inputs: KnownState): DiffResult {
  const replaces = identity.filter((key) => known[key] !== undefined && known[key] !== inputs[key]);
  return { replaces, deleteBeforeReplace: false };
}
