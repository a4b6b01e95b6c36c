/** Counts things by name. */
export interface Tally {
  readonly count: (name: string, times?: number) => void;
  readonly of: (name: string) => number;
  readonly total: () => number;
  /** One line for each name, the most frequent first. */
  readonly lines: () => string[];
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  return {
    count: (name, times = 1) => void counts.set(name, (counts.get(name) ?? 0) + times),
    of: (name) => counts.get(name) ?? 0,
    total: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    lines: () =>
      [...counts]
        .toSorted(([, one], [, other]) => other - one)
        .map(([name, count]) => `${String(count).padStart(7)}  ${name}`),
  };
}
