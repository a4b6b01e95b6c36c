import type { Service } from "../service.ts";
import type { AdminInput } from "./admin-route.ts";
import { readValue } from "../shape/read-value.ts";
import { amount, instant, optional, record, report, type Reader } from "../shape/shape.ts";

const fields = record({ advanceMs: optional(amount), set: optional(instant) });

/** Ten years, in milliseconds. */
const farthest = 10 * 366 * 24 * 60 * 60 * 1000;

/** Reads where the clock is to go, milliseconds since the epoch. */
const destination =
  (now: number): Reader<number> =>
  (value, place) => {
    const { advanceMs, set } = fields(value, place);
    if ((advanceMs === undefined) === (set === undefined)) report(place, "give either advanceMs or set");
    const time = set === undefined ? now + Number(advanceMs) : Date.parse(set);
    if (time < now) report(place, `the clock goes forwards only, it is ${new Date(now).toISOString()} already`);
    if (time - now > farthest) report(place, "move it by ten years at most; every schedule on the way is run");
    return time;
  };

export const showHealth = ({ clock }: Service) => ({ status: "ok", time: new Date(clock.now()).toISOString() });

export function moveClock({ clock, changed }: Service, { body }: AdminInput) {
  clock.moveTo(readValue("The body", destination(clock.now()), body));
  changed();
  return { time: new Date(clock.now()).toISOString() };
}
