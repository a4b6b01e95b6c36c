/**
 * What was about to be done when a command ended without a word (a kill -9, a second Ctrl-C), so that the next one on
 * this machine looks before it does it again. A plain store: what an attempt says is its owner's affair.
 */
export interface Attempts {
  /** Tells this command's states from those of others on the machine that have the same names. */
  readonly scope: string;
  /** An attempt of this or an earlier command; undefined when there is none, or it is too old. */
  readonly find: (key: string) => unknown;
  /** Whether who saved it still lives, and is at it; what this process saved counts, too. */
  readonly isHeld: (key: string) => boolean;
  readonly save: (key: string, attempt: object) => void;
  readonly remove: (key: string) => void;
}

/** The attempts of one process alone; whoever saved one is taken to be gone. */
export function createAttempts(): Attempts {
  const attempts = new Map<string, object>();
  return {
    scope: "",
    find: (key) => attempts.get(key),
    isHeld: () => false,
    save: (key, attempt) => void attempts.set(key, attempt),
    remove: (key) => void attempts.delete(key),
  };
}
