import { type CachedList, createCachedList } from "./cached-list.ts";
import type { CallOptions, ListReader } from "./http/index.ts";

/** What a resource goes by in its service: an id, or a name where there is no id. */
export type Key = number | string;

/** An entry of a list of resources. */
export interface Listed {
  readonly name: string;
  readonly id?: Key | undefined;
}

/** What an entry of a list goes by. */
export const keyOf = (entry: Listed): Key => entry.id ?? entry.name;

/**
 * What this process did itself to the resources of one list: a list that was read before, or that a service shows late,
 * does not have it.
 */
interface Journal {
  /** What was created or adopted here. */
  readonly created: ReadonlyMap<Key, Listed>;
  /** What was deleted here; the service may list it for a while yet. */
  readonly deleted: ReadonlySet<Key>;
  addCreated(entry: Listed): void;
  addDeleted(key: Key): void;
  /** Notes that a resource of the program manages what was adopted: all of a key, or of a name. */
  claim(claimed: { key: Key } | { name: string }): void;
  /** Whether a resource of the program manages what was adopted, in this process or in an earlier one. */
  isClaimed(entry: { key: Key; name: string | undefined }): boolean;
  /** Notes that what a resource had adopted is being replaced: adopting it again would undo that. */
  release(key: Key, urn: string): void;
  /** Whether a resource has adopted something and let go of it; another resource may still adopt it. */
  isReleased(key: Key, urn: string): boolean;
  /** Holds a name while its resource is being created; false when another resource holds it. */
  reserveName(name: string): boolean;
  freeName(name: string): void;
}

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

function createJournal(): Journal {
  const created = new Map<Key, Listed>();
  const deleted = new Set<Key>();
  const claimed = new Set<Key>();
  const released = new Set<string>();
  const reserved = new Set<string>();
  return {
    created,
    deleted,
    addCreated: (entry) => {
      deleted.delete(keyOf(entry));
      created.set(keyOf(entry), entry);
    },
    addDeleted: (key) => {
      created.delete(key);
      deleted.add(key);
    },
    claim: (entry) => void claimed.add("key" in entry ? entry.key : entry.name),
    isClaimed: ({ key, name = "" }) => created.has(key) || claimed.has(key) || claimed.has(name),
    release: (key, urn) => void released.add(`${String(key)} ${urn}`),
    isReleased: (key, urn) => released.has(`${String(key)} ${urn}`),
    reserveName: (name) => !reserved.has(name) && reserved.add(name).has(name),
    freeName: (name) => void reserved.delete(name),
  };
}
