import type { EmulatedClock } from "../clock/emulated-clock.ts";
import type { Seed } from "../state/seed.ts";
import { seedPipeline } from "../state/snapshot.ts";
import { type ChangedKind, changedKinds, type Counters, type Pipeline, type State } from "../state/state.ts";

/** What a save is about: the state, and the clock with its time. */
export interface SavedState {
  readonly state: State;
  readonly clock: Pick<EmulatedClock, "now">;
}

/** The ids of what changed since the last save, by kind. */
export type Changes = Readonly<Record<ChangedKind, Set<number>>>;

export const noChanges = (): Changes =>
  Object.fromEntries(changedKinds.map((kind) => [kind, new Set<number>()])) as Record<ChangedKind, Set<number>>;

/**
 * What changed between two saves: the parts of a state file that are new or different, each whole, and the ids of what
 * is gone. Applied twice it does what it does once.
 */
export interface JournalRecord extends Pick<Seed, ChangedKind | "counters" | "time"> {
  readonly removed?: Partial<Record<ChangedKind, number[]>>;
}

/** Describes changes and forgets them. It looks at nothing that did not change. */
export function takeRecord({ state, clock }: SavedState, changes: Changes, savedCounters: Counters): JournalRecord {
  const taken = changedKinds.map((kind) => ({ kind, ...takeKind(changes[kind], (id) => itemOf(state, kind, id)) }));
  const counters = Object.entries(state.counters).filter(([name, id]) => savedCounters[name as keyof Counters] !== id);
  const removed = Object.assign({}, ...taken.map((part) => filled(part.kind, part.removed))) as object;
  return {
    time: new Date(clock.now()).toISOString(),
    ...(counters.length > 0 && { counters: Object.fromEntries(counters) }),
    ...(Object.assign({}, ...taken.map((part) => filled(part.kind, part.present))) as Pick<Seed, ChangedKind>),
    ...(Object.keys(removed).length > 0 && { removed }),
  };
}

/** One item in the form of a state file. */
function itemOf(state: State, kind: ChangedKind, id: number): object | undefined {
  const item = state[kind].get(id);
  return kind === "pipelines" && item !== undefined ? seedPipeline(item as Pipeline) : item;
}

/** A property for a list, none for an empty one. */
const filled = <Name extends string, Item>(name: Name, items: Item[]) =>
  (items.length > 0 ? { [name]: items } : {}) as Partial<Record<Name, Item[]>>;

function takeKind<Item>(ids: Set<number>, find: (id: number) => Item | undefined) {
  const present: Item[] = [];
  const removed: number[] = [];
  for (const id of ids) {
    const item = find(id);
    if (item === undefined) removed.push(id);
    else present.push(item);
  }
  ids.clear();
  return { present, removed };
}

/** The state after some records, in their order. */
export function applyRecords(seed: Seed, records: readonly JournalRecord[]): Seed {
  const last = records.at(-1);
  if (last === undefined) return seed;
  return {
    ...seed,
    ...Object.fromEntries(changedKinds.map((kind) => [kind, applyKind(kind, seed[kind], records)])),
    counters: Object.assign({}, seed.counters, ...records.map(({ counters }) => counters)) as Seed["counters"],
    time: last.time,
  };
}

interface Identified {
  id?: number | undefined;
}

function applyKind(
  kind: ChangedKind,
  before: readonly Identified[] | undefined,
  records: readonly JournalRecord[],
): Identified[] {
  const items = new Map((before ?? []).map((item) => [item.id, item]));
  for (const record of records) {
    for (const item of record[kind] ?? []) items.set(item.id, item);
    for (const id of record.removed?.[kind] ?? []) items.delete(id);
  }
  return [...items.values()];
}
