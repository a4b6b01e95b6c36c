import type { Service } from "../service.ts";
import type { Created } from "../state/state.ts";

/** Who made what a seed holds, and when, where it does not say so: clients of the vendor insist on it. */
export const seedCreated: Created = { timestamp: Date.UTC(2026, 0, 1), user: "emulator" };

/** What is made now. */
export const createdNow = ({ clock }: Service, user: string): Created => ({ timestamp: clock.now(), user });
