import { open } from "node:fs/promises";
import { formatLine, parseJournal, type JournalLine } from "./journal-lines.ts";

/** Where the journal of a state file is. */
export const journalOf = (stateFile: string): string => `${stateFile}.journal`;

/** The journal of a state file, open to be written. */
export interface JournalFile {
  /** Bytes that it holds. */
  readonly size: () => number;
  /** Adds a line; when this is done the line is on the disk. */
  readonly append: (line: JournalLine) => Promise<void>;
  /** Begins again, behind a state file that holds everything so far. */
  readonly restart: (base: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a journal. What it holds stays until it is begun again. */
export async function openJournal(stateFile: string): Promise<JournalFile> {
  const file = await open(journalOf(stateFile), "a+");
  let size = parseJournal(await file.readFile("utf8")).length;
  /** Whether something may stand behind the last whole line: what a killed process, or a full disk, left. */
  let isTorn = true;

  async function append(line: JournalLine): Promise<void> {
    const bytes = Buffer.from(formatLine(line));
    if (isTorn) await file.truncate(size);
    isTorn = true;
    await file.appendFile(bytes);
    await file.datasync();
    isTorn = false;
    size += bytes.length;
  }

  return {
    size: () => size,
    append,
    restart: (base) => {
      size = 0;
      isTorn = true;
      return append({ base });
    },
    close: () => file.close(),
  };
}
