/** The ids that belong to each key, in the order in which they came. */
export interface MultiIndex<Key> {
  add(key: Key, id: number): void;
  remove(key: Key, id: number): void;
  get(key: Key): Iterable<number>;
}

/** Finds things by something else than their id without looking through all of them. */
export function createMultiIndex<Key>(): MultiIndex<Key> {
  const idsByKey = new Map<Key, Set<number>>();
  return {
    add: (key, id) => {
      const ids = idsByKey.get(key) ?? new Set();
      idsByKey.set(key, ids.add(id));
    },
    remove: (key, id) => {
      const ids = idsByKey.get(key);
      ids?.delete(id);
      if (ids?.size === 0) idsByKey.delete(key);
    },
    get: (key) => idsByKey.get(key) ?? [],
  };
}
