import type { Place } from "../api/place.ts";
import type { Client } from "../client/index.ts";
import type { Lists } from "./lists.ts";

/** What the verbs need from the world. */
export interface Ports {
  client: Client;
  lists: Lists;
  place: Place;
  /** Tells accounts apart: a few hex characters of the access key's hash. */
  account: string;
  /** Shows a message to the user. */
  report(level: "info" | "warning", message: string): void;
}

/** Gives the ports of a place; without one, of the place that is configured. */
export type Connect = (place?: Place) => Ports;
