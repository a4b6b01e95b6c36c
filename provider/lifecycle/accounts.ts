/**
 * Which former keys turned out to be of the same account: a pipeline that was written under one of them was read with
 * the present key. Only then is a pipeline of that key that cannot be found gone, and not just somebody else's.
 */
export interface Accounts {
  /** Runs a read, or the deletion, of a pipeline written under a key; its success proves the account. */
  reading<Result>(mark: string | undefined, read: () => Promise<Result | undefined>): Promise<Result | undefined>;
  /** Whether the key's account is proven, once the reads under way have ended. */
  isSame(mark: string): Promise<boolean>;
}

export function createAccounts(): Accounts {
  const proven = new Set<string>();
  const underWay = new Set<Promise<unknown>>();
  return {
    reading: async (mark, read) => {
      const reading = read();
      underWay.add(reading);
      try {
        const result = await reading;
        if (mark !== undefined && result !== undefined) proven.add(mark);
        return result;
      } finally {
        underWay.delete(reading);
      }
    },
    isSame: async (mark) => {
      // The engine reads many pipelines at once: the proof may be on its way.
      if (!proven.has(mark)) await Promise.allSettled(underWay);
      return proven.has(mark);
    },
  };
}
