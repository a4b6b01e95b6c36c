import { realpath } from "node:fs/promises";
import type { Service } from "../service.ts";
import type { Seed } from "../world/seed.ts";
import { snapshot } from "../world/snapshot.ts";
import { acquireLock } from "./acquire-lock.ts";
import { createSaver, noSaver, type Saver } from "./create-saver.ts";
import { readSeedFile, writeFileAtomically } from "./state-file.ts";

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
  readonly current: () => Pick<Service, "world" | "clock">;
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
    const saved = await readSeedFile(path);
    const saver = createSaver(() => writeState(path, current()), failed);
    const close = async (): Promise<void> => {
      // The time went on since the last change.
      saver.changed();
      await saver.saved();
      await lock.release();
    };
    return { saved, saver, close };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

const writeState = (path: string, { world, clock }: Pick<Service, "world" | "clock">): Promise<void> =>
  writeFileAtomically(path, `${JSON.stringify(snapshot(world, clock.now()))}\n`);
