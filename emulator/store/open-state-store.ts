import { realpath } from "node:fs/promises";
import type { Seed } from "../world/seed.ts";
import { acquireLock } from "./acquire-lock.ts";
import { noSaver, type Saver } from "./create-saver.ts";
import { createStateSaver } from "./create-state-saver.ts";
import { openJournal } from "./journal-file.ts";
import type { SavedState } from "./journal-record.ts";
import { readKeptState } from "./read-kept-state.ts";

/** Where the state is kept from one start to the next. */
export interface StateStore {
  /** What was kept; undefined when nothing was. */
  readonly saved: Seed | undefined;
  readonly saver: Saver;
  /** Saves the state for the last time and lets others have the file. */
  readonly close: () => Promise<void>;
}

/** For states that live in memory only. */
export const noStore: StateStore = { saved: undefined, saver: noSaver, close: () => Promise.resolve() };

export interface StateStoreOptions {
  readonly stateFile: string;
  /** Of the emulator, for another one that wants the same file. */
  readonly url: string;
  /** What to save; it is asked for after the first change. */
  readonly current: () => SavedState;
  /** Is told why the state could not be saved; the next change tries again. */
  readonly failed: (error: unknown) => void;
}

/**
 * Opens a state file for this process alone.
 *
 * @throws StateFileInUseError when another process has it; ShapeError when it cannot be used.
 */
export async function openStateStore({ stateFile, url, current, failed }: StateStoreOptions): Promise<StateStore> {
  // A link leads to the file that is locked and written, whoever else names it.
  const path = await realpath(stateFile).catch(() => stateFile);
  const lock = await acquireLock(path, url);
  try {
    const saved = await readKeptState(path);
    const { close, ...saver } = createStateSaver(path, await openJournal(path), current, failed);
    return { saved, saver, close: () => close().finally(lock.release) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
