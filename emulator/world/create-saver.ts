/** Saves what changes, one write at a time. */
export interface Saver {
  /** Says that there is something to save. Changes that come during a write are saved together after it. */
  readonly changed: () => void;
  /** Waits until the last change is saved. */
  close(): Promise<void>;
}

/**
 * @param save writes everything.
 * @param failed is told why a write failed; the next change tries again.
 */
export function createSaver(save: () => Promise<void>, failed: (error: unknown) => void): Saver {
  let pending = false;
  let work: Promise<void> | undefined;

  async function saveAll(): Promise<void> {
    while (pending) {
      pending = false;
      await save().catch(failed);
    }
    work = undefined;
  }

  return {
    changed: () => {
      pending = true;
      // A request changes several things; they are saved together once it is through.
      work ??= Promise.resolve().then(saveAll);
    },
    close: async () => {
      await work;
    },
  };
}
