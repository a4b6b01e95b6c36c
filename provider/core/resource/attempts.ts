/**
 * What was about to be done when a command ended without a word (a kill -9, a second Ctrl-C), so that the next one on
 * this machine looks before it does it again. A plain store: what an attempt says is its owner's affair.
 */
export interface Attempts {
  /** An attempt of this or an earlier command; undefined when there is none, or it is too old. */
  readonly find: (key: string) => unknown;
  readonly save: (key: string, attempt: object) => void;
  readonly remove: (key: string) => void;
}

/** The attempts of one process alone. */
export function createAttempts(): Attempts {
  const attempts = new Map<string, object>();
  return {
    find: (key) => attempts.get(key),
    save: (key, attempt) => void attempts.set(key, attempt),
    remove: (key) => void attempts.delete(key),
  };
}
