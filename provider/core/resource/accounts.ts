/** What a look at a pipeline showed, and whether that proves that its state and this process mean the same account. */
interface Sighting<Result> {
  readonly result: Result;
  readonly isProof: boolean;
}

/**
 * Which former origins (key and endpoint of a state) turned out to lead to the present account: a pipeline that was
 * written there was found here, with its content. Only then is another one of that origin that cannot be found gone,
 * and not just somebody else's.
 */
export interface Accounts {
  /** Looks at a pipeline of an origin; those who wait for a proof wait for looks under way. */
  witness<Result>(origin: string, look: () => Promise<Sighting<Result>>): Promise<Sighting<Result>>;
  /** Whether the origin's account is proven by now. */
  isProven(origin: string): boolean;
  /** Whether the origin's account is proven, once the looks under way have ended. */
  isSame(origin: string): Promise<boolean>;
}

export function createAccounts(): Accounts {
  const proven = new Set<string>();
  const underWay = new Set<Promise<unknown>>();
  return {
    witness: async (origin, look) => {
      const looking = look();
      underWay.add(looking);
      try {
        const sighting = await looking;
        if (sighting.isProof) proven.add(origin);
        return sighting;
      } finally {
        underWay.delete(looking);
      }
    },
    isProven: (origin) => proven.has(origin),
    isSame: async (origin) => {
      // The engine reads many pipelines at once: the proof may be on its way.
      if (!proven.has(origin)) await Promise.allSettled(underWay);
      return proven.has(origin);
    },
  };
}
