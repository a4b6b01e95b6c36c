import { readFile, realpath } from "node:fs/promises";
import { ShapeError } from "../shapes/shape-error.ts";
import { readSeed } from "../state/seed-shape.ts";
import type { Seed } from "../state/seed.ts";
import { acquireLock } from "./acquire-lock.ts";
import { noSaver, type Saver } from "./create-saver.ts";
import { createStateSaver } from "./create-state-saver.ts";
import { journalOf, openJournal, parseJournal } from "./journal-file.ts";
import { applyRecords, type SavedState } from "./journal-record.ts";
import { fingerprintOf, hasCode, parseSeedFile, readText } from "./state-file.ts";

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
  /** Gets the reason when the state could not be saved; the next change tries again. */
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

/**
 * Reads what an emulator kept: the state file, and the journal that goes on from it when the emulator was killed.
 *
 * @returns undefined when there is no state file.
 * @throws ShapeError that names the file and what is wrong with it.
 */
export async function readKeptState(stateFile: string): Promise<Seed | undefined> {
  const content = await readText(stateFile);
  if (content === undefined) return undefined;
  const seed = parseSeedFile(stateFile, content);

  const path = journalOf(stateFile);
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return "";
    throw new ShapeError(path, [`it cannot be read: ${error instanceof Error ? error.message : String(error)}`]);
  });
  const { base, successors, records, damaged } = parseJournal(text);
  const fingerprint = fingerprintOf(content);
  if (base === undefined || successors.includes(fingerprint)) return seed;
  if (base !== fingerprint) {
    throw new ShapeError(path, [
      `it does not go on from ${stateFile}, which was changed after an emulator was killed. Delete the journal to go on with the file as it is`,
    ]);
  }
  if (damaged !== undefined) {
    throw new ShapeError(path, [
      `line ${damaged} is damaged. Delete the journal to go on with ${stateFile} as it is, without the changes after it`,
    ]);
  }
  return records.length === 0 ? seed : readSeed(path, applyRecords(seed, records));
}
