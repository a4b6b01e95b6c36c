import { open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import type { JournalRecord } from "./journal-record.ts";

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

/** The first line of a journal: which state file it goes on from, by its content. */
interface Header {
  readonly base: string;
}

/** Written before the state file is replaced by one that holds everything up to here. */
interface Successor {
  readonly next: string;
}

export type JournalLine = Header | Successor | JournalRecord;

/** What a journal holds. */
export interface Journal {
  /** Fingerprint of the state file that it goes on from; undefined when not even its first line is whole. */
  readonly base: string | undefined;
  /** Fingerprints of state files that hold all of it. */
  readonly successors: readonly string[];
  readonly records: readonly JournalRecord[];
  /** Bytes up to the end of the last whole line. */
  readonly length: number;
  /** Number of a line that is damaged although whole lines follow; undefined when there is none. */
  readonly damaged: number | undefined;
}

/** One line: a checksum of eight hexadecimal digits, a blank, JSON. */
export function formatLine(line: JournalLine): string {
  const json = JSON.stringify(line);
  return `${checksum(json)} ${json}\n`;
}

/** Reads a journal. What stands behind the last whole line was being written when the process ended, and never counted. */
export function parseJournal(text: string): Journal {
  const texts = text.split("\n");
  const lines = texts.map(parseLine);
  const end = lines.findLastIndex((line) => line !== undefined) + 1;
  const whole = lines.slice(0, end);
  const damaged = whole.indexOf(undefined);
  const [header, ...rest] = whole.flatMap((line) => line ?? []);
  return {
    base: header !== undefined && "base" in header ? header.base : undefined,
    successors: rest.flatMap((line) => ("next" in line ? line.next : [])),
    records: rest.filter((line): line is JournalRecord => !("next" in line) && !("base" in line)),
    length: texts.slice(0, end).reduce((bytes, line) => bytes + Buffer.byteLength(line) + 1, 0),
    damaged: damaged === -1 ? undefined : damaged + 1,
  };
}

function parseLine(text: string): JournalLine | undefined {
  const json = text.slice(9);
  return text.slice(0, 9) === `${checksum(json)} ` ? (JSON.parse(json) as JournalLine) : undefined;
}

const checksum = (json: string): string => crc32(json).toString(16).padStart(8, "0");
