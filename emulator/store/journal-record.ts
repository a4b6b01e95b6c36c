import type { EmulatedClock } from "../clock/emulated-clock.ts";
import type { Seed } from "../state/seed.ts";
import { seedPipeline } from "../state/snapshot.ts";
import type { ChangedKind, Counters, State } from "../state/state.ts";

/** What a save is about: the state, and the clock with its time. */
export interface SavedState {
  readonly state: State;
  readonly clock: Pick<EmulatedClock, "now">;
}

/** The ids of what changed since the last save, by kind. */
export type Changes = Readonly<Record<ChangedKind, Set<number>>>;

export const noChanges = (): Changes => ({ repositories: new Set(), pipelines: new Set(), runs: new Set() });

/**
 * What changed between two saves: the parts of a state file that are new or different, each whole, and the ids of what
 * is gone. Applied twice it does what it does once.
 */
export interface JournalRecord extends Pick<Seed, ChangedKind | "counters" | "time"> {
  readonly removed?: Partial<Record<ChangedKind, number[]>>;
}

/** Describes changes and forgets them. It looks at nothing that did not change. */
export function takeRecord({ state, clock }: SavedState, changes: Changes, savedCounters: Counters): JournalRecord {
  const pipelines = takeKind(changes.pipelines, (id) => state.pipelines.get(id));
  const runs = takeKind(changes.runs, (id) => state.runs.get(id));
  const repositories = takeKind(changes.repositories, (wanted) => state.repositories.find(({ id }) => id === wanted));
  const counters = Object.entries(state.counters).filter(([name, id]) => savedCounters[name as keyof Counters] !== id);
  const removed = { ...filled("pipelines", pipelines.removed), ...filled("runs", runs.removed) };
  return {
    time: new Date(clock.now()).toISOString(),
    ...(counters.length > 0 && { counters: Object.fromEntries(counters) }),
    ...filled("repositories", repositories.present),
    ...filled("pipelines", pipelines.present.map(seedPipeline)),
    ...filled("runs", runs.present),
    ...(Object.keys(removed).length > 0 && { removed }),
  };
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
    repositories: applyKind("repositories", seed.repositories, records),
    pipelines: applyKind("pipelines", seed.pipelines, records),
    runs: applyKind("runs", seed.runs, records),
    counters: Object.assign({}, seed.counters, ...records.map(({ counters }) => counters)) as Seed["counters"],
    time: last.time,
  };
}

function applyKind<Kind extends ChangedKind>(kind: Kind, before: Seed[Kind], records: readonly JournalRecord[]) {
  const items = new Map((before ?? []).map((item) => [item.id, item]));
  for (const record of records) {
    for (const item of record[kind] ?? []) items.set(item.id, item);
    for (const id of record.removed?.[kind] ?? []) items.delete(id);
  }
  return [...items.values()] as NonNullable<Seed[Kind]>;
}
