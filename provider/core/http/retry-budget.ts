/** How many further attempts a client may still make: a broken service then fails fast for all resources together. */
export interface RetryBudget {
  readonly hasTokens: () => boolean;
  /** One further attempt is made. */
  readonly take: () => void;
  /** A call succeeded after this many further attempts. */
  readonly refund: (taken: number) => void;
}

const capacity = 100;

/** What a success at the first attempt gives back: a fifth of an attempt. */
const interest = 0.2;

/** A full bucket of tokens. */
export function createRetryBudget(): RetryBudget {
  let tokens = capacity;
  return {
    hasTokens: () => tokens >= 1,
    take: () => {
      tokens = Math.max(0, tokens - 1);
    },
    refund: (taken) => {
      tokens = Math.min(capacity, tokens + Math.max(taken, interest));
    },
  };
}
