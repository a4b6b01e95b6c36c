import { rm } from "node:fs/promises";
import { snapshot } from "../state/snapshot.ts";
import type { State } from "../state/state.ts";
import { createSaver, type Saver } from "./create-saver.ts";
import { journalOf, type JournalFile } from "./journal-file.ts";
import { noChanges, takeRecord, type SavedState } from "./journal-record.ts";
import { fingerprintOf, writeFileAtomically } from "./state-file.ts";

/** Saves a state to its file and the journal beside it. */
export interface StateSaver extends Saver {
  /** Saves everything for the last time; then the state file alone is left. */
  readonly close: () => Promise<void>;
}

/** A journal shorter than this, in bytes, is not worth a new state file. */
const shortJournal = 1024 * 1024;

/**
 * Saves changes to the journal, each for what it costs itself, and everything to the state file when that is due: at
 * the first save, when the state was replaced, when the journal has become as long as the state file, after a failure,
 * and at the end.
 */
export function createStateSaver(
  path: string,
  journal: JournalFile,
  current: () => SavedState,
  failed: (error: unknown) => void,
): StateSaver {
  const changes = noChanges();
  let state: State | undefined;
  let counters: State["counters"];
  let length = 0;
  /** Whether state file and journal together hold all but the present changes. */
  let isWhole = false;
  let isEnding = false;

  async function save(): Promise<void> {
    const saved = current();
    const isDue = isEnding || !isWhole || saved.state !== state || journal.size() > Math.max(length, shortJournal);
    isWhole = false;
    await (isDue ? saveAll(saved) : saveChanges(saved));
    isWhole = true;
  }

  async function saveChanges(saved: SavedState): Promise<void> {
    const record = takeRecord(saved, changes, counters);
    counters = { ...saved.state.counters };
    await journal.append(record);
  }

  async function saveAll(saved: SavedState): Promise<void> {
    state = saved.state;
    counters = { ...state.counters };
    for (const ids of Object.values(changes)) ids.clear();
    const content = `${JSON.stringify(snapshot(state, saved.clock.now()))}\n`;
    const fingerprint = fingerprintOf(content);
    // From here to the end either file says what to do with the journal.
    await journal.append({ next: fingerprint });
    await writeFileAtomically(path, content);
    length = Buffer.byteLength(content);
    await journal.restart(fingerprint);
  }

  const saver = createSaver(save, failed);
  const close = async (): Promise<void> => {
    // Everything, and the time that went on since the last change.
    isEnding = true;
    saver.changed();
    await saver.saved();
    await journal.close();
    if (isWhole) await rm(journalOf(path), { force: true });
  };
  return { ...saver, note: (kind, id) => void changes[kind].add(id), close };
}
