/** Something that is due at a time. */
export interface Timer {
  readonly key: string;
  readonly time: number;
  readonly action: () => void;
}

/** Timers in the order in which they are due; of equal times the one set first comes first. */
export interface TimerQueue {
  /** Adds a timer; one with the same key is replaced. */
  set(timer: Timer): void;
  remove(key: string): void;
  clear(): void;
  /** @param prefix of the keys that count; all when left out. */
  first(prefix?: string): Timer | undefined;
}

export function createTimerQueue(): TimerQueue {
  const sorted: Timer[] = [];
  const byKey = new Map<string, Timer>();

  function remove(key: string): void {
    const timer = byKey.get(key);
    if (timer === undefined) return;
    byKey.delete(key);
    sorted.splice(sorted.indexOf(timer), 1);
  }

  return {
    set: (timer) => {
      remove(timer.key);
      byKey.set(timer.key, timer);
      sorted.splice(positionAfter(sorted, timer.time), 0, timer);
    },
    remove,
    clear: () => {
      sorted.length = 0;
      byKey.clear();
    },
    first: (prefix) => (prefix === undefined ? sorted[0] : sorted.find(({ key }) => key.startsWith(prefix))),
  };
}

/** Index behind all timers that are due at the time or before. */
function positionAfter(sorted: readonly Timer[], time: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.time ?? time) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
