import type { CounterName, Counters } from "./world.ts";

/** A new id of a kind; it counts up, and so never gives one twice. */
export function nextId(counters: Counters, kind: CounterName): number {
  counters[kind] += 1;
  return counters[kind];
}
