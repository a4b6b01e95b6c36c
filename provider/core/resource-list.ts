import { type CachedList, createCachedList } from "./cached-list.ts";
import type { CallOptions, ListReader } from "./http/index.ts";
import { createJournal, type Journal, keyOf, type Listed } from "./journal.ts";

/** A list of resources as it was read, amended by what this process did itself. */
export interface ResourceList<Entry extends Listed = Listed> extends CachedList<Entry> {
  readonly journal: Journal;
  /** The whole list as the service has it now, with what this process made; what it deleted may be in it for a while. */
  refresh(options?: CallOptions): Promise<readonly Entry[]>;
}

/**
 * @param open a reader of the list as it will be from now on
 * @param now milliseconds since the epoch
 */
export function createResourceList<Entry extends Listed>(
  open: () => ListReader<Entry>,
  now: () => number,
): ResourceList<Entry> {
  const list = createCachedList(open, now);
  const journal = createJournal();

  const withCreated = (read: readonly Entry[]): readonly Entry[] => {
    if (journal.created.size === 0) return read;
    const shown = new Set(read.map(keyOf));
    // What this process knows of them is what everybody needs: key and name.
    return [...read, ...([...journal.created.values()].filter((entry) => !shown.has(keyOf(entry))) as Entry[])];
  };
  const amended = (read: readonly Entry[]): readonly Entry[] =>
    journal.deleted.size === 0
      ? withCreated(read)
      : withCreated(read).filter((entry) => !journal.deleted.has(keyOf(entry)));

  return {
    ...list,
    journal,
    entries: async (options, since) => amended(await list.entries(options, since)),
    all: async (options, since) => amended(await list.all(options, since)),
    refresh: async (options) => withCreated(await list.all(options, list.now())),
  };
}
