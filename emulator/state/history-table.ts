/** What happened to the things of a kind. Of each thing only the last entries are kept, and all that go on. */
export interface HistoryTable<Entry> {
  readonly size: number;
  get(id: number): Entry | undefined;
  /** All, in the order in which they were started. */
  values(): Entry[];
  /** Those of a project, the oldest first. */
  of(projectId: number): Entry[];
  /** Adds an entry, or replaces the one with its id. */
  set(entry: Entry): void;
  deleteOf(projectId: number): void;
}

/**
 * @param keep how many entries of each project are kept. One that goes on is always kept.
 * @param isOver whether an entry has ended.
 * @param changed gets the id of each entry that is set or dropped.
 */
export function createHistoryTable<Entry extends { id: number; projectId: number }>(
  entries: readonly Entry[],
  keep: number,
  isOver: (entry: Entry) => boolean,
  changed: (id: number) => void = () => undefined,
): HistoryTable<Entry> {
  const byId = new Map<number, Entry>();
  const byProject = new Map<number, Map<number, Entry>>();

  function put(entry: Entry): void {
    byId.set(entry.id, entry);
    const own = byProject.get(entry.projectId) ?? new Map<number, Entry>();
    byProject.set(entry.projectId, own.set(entry.id, entry));
    let surplus = own.size - keep;
    for (const old of own.values()) {
      if (surplus <= 0) return;
      surplus -= 1;
      if (isOver(old)) drop(old);
    }
  }

  function drop({ id, projectId }: Entry): void {
    byId.delete(id);
    byProject.get(projectId)?.delete(id);
    changed(id);
  }

  for (const entry of entries) put(entry);
  return {
    get size() {
      return byId.size;
    },
    get: (id) => byId.get(id),
    values: () => [...byId.values()],
    of: (projectId) => [...(byProject.get(projectId)?.values() ?? [])],
    set: (entry) => {
      put(entry);
      changed(entry.id);
    },
    deleteOf: (projectId) => {
      for (const entry of byProject.get(projectId)?.values() ?? []) drop(entry);
      byProject.delete(projectId);
    },
  };
}
