import type { Location } from "../location.ts";
import type { Client } from "../../services/sourcepipeline/api/client.ts";
import type { Accounts } from "./accounts.ts";
import type { CheckMemory } from "./check-memory.ts";
import type { Lists } from "./lists.ts";
import type { Owners } from "./owners.ts";
import type { Report } from "./report.ts";
import type { Turn } from "./turn.ts";

/** `full` looks up what a pipeline refers to; `offline` checks what the program alone shows. */
type Validation = "full" | "offline";

/** What the verbs need from the world. */
export interface Ports {
  readonly client: Client;
  readonly lists: Lists;
  readonly location: Location;
  /** Base URL in front of `/api/v1`. */
  readonly endpoint: string;
  /** Tells accounts apart: a few hex characters of the access key's hash. */
  readonly account: string;
  /** Of which former keys and endpoints pipelines were found with the present ones. */
  readonly accounts: Accounts;
  /** Begins the time of one call of a verb; what must come to an end whatever the user does cannot be interrupted. */
  readonly begin: (timeoutMs?: number, options?: { interruptible: boolean }) => Turn;
  /** Which resource owns what in this command. */
  readonly owners: Owners;
  readonly report: Report;
  /** What the checks of this process share. */
  readonly memory: CheckMemory;
  /** Whether checks may ask the service: `ncloud:validation`. */
  readonly validation: Validation;
  /** Codes of warnings that are not shown: `ncloud:silence`. */
  readonly silence: ReadonlySet<string>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** IANA name of the user's time zone. */
  readonly userZone: string;
}

/** Gives the ports of a location; without one, of the location that is configured. */
export type Connect = (location?: Location) => Ports;
