import { createMultiIndex } from "./multi-index.ts";

/** Things with an id and a name, in the order of their creation. */
export interface EntityTable<Item extends { id: number; name: string }> {
  readonly size: number;
  get(id: number): Item | undefined;
  has(id: number): boolean;
  /** The first of a name; more than one only where duplicate names are allowed. */
  named(name: string): Item | undefined;
  values(): Item[];
  /** Adds an item, or replaces the one with its id. */
  set(item: Item): void;
  delete(id: number): void;
}

/**
 * @param changed gets the id of each item that is set or deleted.
 * @example const repositories = createEntityTable([{ id: 1, name: "shop-api" }])
 */
export function createEntityTable<Item extends { id: number; name: string }>(
  items: readonly Item[],
  changed: (id: number) => void = () => undefined,
): EntityTable<Item> {
  const byId = new Map<number, Item>();
  const byName = createMultiIndex<string>();

  function drop(id: number): void {
    const present = byId.get(id);
    if (present !== undefined) byName.remove(present.name, id);
  }

  function put(item: Item): void {
    // One that keeps its name keeps its place among those of that name.
    if (byId.get(item.id)?.name !== item.name) {
      drop(item.id);
      byName.add(item.name, item.id);
    }
    byId.set(item.id, item);
  }

  for (const item of items) put(item);
  return {
    get size() {
      return byId.size;
    },
    get: (id) => byId.get(id),
    has: (id) => byId.has(id),
    named: (name) => {
      for (const id of byName.get(name)) return byId.get(id);
      return undefined;
    },
    values: () => [...byId.values()],
    set: (item) => {
      put(item);
      changed(item.id);
    },
    delete: (id) => {
      drop(id);
      byId.delete(id);
      changed(id);
    },
  };
}
