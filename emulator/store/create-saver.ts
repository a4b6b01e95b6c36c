import type { NoteChange } from "../state/state.ts";

/** Saves what changes, one write at a time. */
export interface Saver extends Queue {
  /** Says what changed, for savers that save no more than that. */
  readonly note: NoteChange;
}

interface Queue {
  /** Says that there is something to save. Changes that come during a write are saved together after it. */
  readonly changed: () => void;
  /** Waits until everything that has changed so far is saved, or could not be. */
  readonly saved: () => Promise<void>;
}

/** For a state that lives in memory only. */
export const noSaver: Saver = {
  note: () => undefined,
  changed: () => undefined,
  saved: () => Promise.resolve(),
};

/**
 * @param save writes what has changed.
 * @param failed gets the reason when a write failed; the next change tries again.
 */
export function createSaver(save: () => Promise<void>, failed: (error: unknown) => void): Queue {
  /** Changes so far, and how many of them are saved. */
  let [changes, done] = [0, 0];
  let isWriting = false;
  let waiting: { changes: number; resolve: () => void }[] = [];

  async function saveAll(): Promise<void> {
    while (done < changes) {
      const included = changes;
      await save().catch(failed);
      done = included;
      for (const waiter of waiting) if (waiter.changes <= done) waiter.resolve();
      waiting = waiting.filter((waiter) => waiter.changes > done);
    }
    isWriting = false;
  }

  return {
    changed: () => {
      changes += 1;
      if (isWriting) return;
      isWriting = true;
      // A request changes several things; they are saved together once it is through.
      queueMicrotask(() => void saveAll());
    },
    saved: () => {
      if (done === changes) return Promise.resolve();
      return new Promise((resolve) => waiting.push({ changes, resolve }));
    },
  };
}
