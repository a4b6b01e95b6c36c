import type { Service } from "../service.ts";
import type { Step } from "./exchange.ts";

/** Lets everything happen that is due, so that answers do not depend on when the machine's timers fire. */
export const settleClock: Step<Service> = (_exchange, { clock }) => {
  clock.settle();
};
