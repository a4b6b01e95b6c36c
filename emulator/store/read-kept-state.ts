import { readFile } from "node:fs/promises";
import { ShapeError } from "../shape/read-value.ts";
import { readSeed } from "../world/read-seed.ts";
import type { Seed } from "../world/seed.ts";
import { hasCode } from "./has-code.ts";
import { journalOf } from "./journal-file.ts";
import { parseJournal } from "./journal-lines.ts";
import { applyRecords } from "./journal-record.ts";
import { fingerprintOf, parseSeedFile, readText } from "./state-file.ts";

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
