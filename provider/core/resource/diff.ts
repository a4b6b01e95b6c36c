import { regionCode } from "../location.ts";
import { refuseUnprovenReplacement } from "./identity.ts";
import type { Connect } from "./ports.ts";
import { type KnownState, locationOf } from "./state.ts";

/** No word on `changes`: undefined makes the engine compare. */
export interface DiffResult {
  replaces: string[];
  deleteBeforeReplace: boolean;
}

/** A pipeline can be neither renamed nor moved. */
const identity = ["name", "region", "platform", "site"] as const;

/** Name and location, as far as they are known. */
type Identity = Readonly<Partial<Record<(typeof identity)[number], unknown>>>;

/**
 * The verb: what a change does to a pipeline of the state.
 *
 * @throws StrangerError for a replacement of what may be another account's
 */
export function diffPipeline(known: KnownState, inputs: KnownState, connect: Connect): DiffResult {
  const result = diff(known, inputs);
  if (result.replaces.length > 0) refuseUnprovenReplacement(known, connect(locationOf(known)));
  return result;
}

/**
 * Says which changes replace; that there are changes at all the engine sees itself, by comparing the inputs, which is
 * how it can show them by property.
 */
export function diff(known: KnownState, inputs: KnownState): DiffResult {
  return { replaces: replacedBy(known, inputs), deleteBeforeReplace: false };
}

/** The properties by which a pipeline cannot become another one in location; none when it can. */
export function replacedBy(known: Identity, fresh: Identity): string[] {
  const differs = (key: (typeof identity)[number]): boolean => meaning(key, known[key]) !== meaning(key, fresh[key]);
  return identity.filter((key) => known[key] !== undefined && fresh[key] !== undefined && differs(key));
}

/** States of earlier versions have the region as it was typed. */
const meaning = (key: (typeof identity)[number], value: unknown): unknown =>
  key === "region" && typeof value === "string" ? regionCode(value) : value;
