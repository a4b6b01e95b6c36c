import type { Place } from "../api/place.ts";
import type { Client } from "../client/index.ts";
import type { Accounts } from "./accounts.ts";
import type { Lists } from "./lists.ts";
import type { Turn } from "./turn.ts";

/** What the verbs need from the world. */
export interface Ports {
  readonly client: Client;
  readonly lists: Lists;
  readonly place: Place;
  /** Tells accounts apart: a few hex characters of the access key's hash. */
  readonly account: string;
  /** Which former keys' pipelines this process could read with the present key. */
  readonly accounts: Accounts;
  /** Begins the time of one call of a verb. */
  readonly begin: (timeoutMs?: number) => Turn;
  /** Shows a message to the user. */
  readonly report: (level: "info" | "warning", message: string) => void;
}

/** Gives the ports of a place; without one, of the place that is configured. */
export type Connect = (place?: Place) => Ports;
