import type { Service } from "../service.ts";
import type { Step } from "./exchange.ts";

/**
 * Holds the answer back until the state file has what it says: an id that a client has seen is known, and never given
 * again, even when the emulator is killed in the next moment.
 */
export const awaitSaved: Step<Service> = (_exchange, { saved }) => saved();
