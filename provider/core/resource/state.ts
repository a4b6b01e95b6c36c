import type { Location } from "../location.ts";
import type { Listed } from "../resource-list.ts";
import type { Session } from "../session.ts";
import type { Additions, AnyResourceType, Inputs } from "./resource-type.ts";

/** What check hands to the engine: the resource, the location it lives in, and how it came to be. */
export interface CheckedInputs extends Inputs, Location {
  /** Adopts an existing resource instead of creating one: the one of this name, or of this id. */
  adopt?: true | string | undefined;
}

/** With which key, and at which endpoint. */
export interface Origin {
  /** Tells accounts apart: a few hex characters of the access key's hash. */
  readonly account: string;
  /** Base URL in front of `/api/v1`. */
  readonly endpoint: string;
}

/** How a resource came into the state. */
interface Reading {
  /** Whether the program only reads it, with `get`. */
  readonly isExternal?: true;
}

/** What stands in the state: the inputs, word for word, what the service added, and where the state was written. */
export type ResourceState = CheckedInputs & Origin & Reading & Additions;

/** A state as it comes back from the engine: one of another version, or one that was imported, may lack anything. */
export type PriorState = Partial<CheckedInputs & Origin & Reading> & Additions;

/** A resource that exists and is managed from now on. */
export interface CreateResult {
  readonly id: string;
  readonly state: ResourceState;
}

/** The origin that a session writes into states. */
export const originOf = ({ accessKeyFingerprint, endpoint }: Session): Origin => ({
  account: accessKeyFingerprint,
  endpoint,
});

/** Where the state says that it was written: what nothing was asked about is not known to have moved. */
export const recordedOrigin = ({ account, endpoint }: Partial<Origin>): Partial<Origin> => ({
  ...(account !== undefined && { account }),
  ...(endpoint !== undefined && { endpoint }),
});

/** The state after the service has shown a resource. */
export function stateOf(
  type: AnyResourceType,
  inputs: CheckedInputs,
  remote: Listed,
  { account, endpoint }: Origin,
): ResourceState {
  return { ...inputs, ...type.additionsOf(remote, inputs), account, endpoint };
}

/** The state of a resource that exists but could not be read. */
export function unreadState(
  type: AnyResourceType,
  inputs: CheckedInputs,
  prior: PriorState,
  origin: Partial<Origin>,
): PriorState {
  return { ...inputs, ...type.additionsUnread(inputs, prior), ...origin };
}

/** The inputs among what comes from the engine, without those that are undefined. */
export function inputsOf(type: AnyResourceType, state: object): CheckedInputs {
  const keys = [...type.properties, "region", "platform", "site", "adopt"];
  const given = state as Readonly<Record<string, unknown>>;
  const entries = keys.map((key) => [key, given[key]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as unknown as CheckedInputs;
}
