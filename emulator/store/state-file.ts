import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { ShapeError } from "../shapes/shape-error.ts";
import { readSeed } from "../state/seed-shape.ts";
import type { Seed } from "../state/seed.ts";

/**
 * Reads a seed file, or the state file of an emulator that was stopped; undefined when there is none.
 *
 * @throws ShapeError that names the file and every problem with its path.
 */
export async function readSeedFile(path: string): Promise<Seed | undefined> {
  const content = await readText(path);
  return content === undefined ? undefined : parseSeedFile(path, content);
}

/** The text of a file; undefined when there is none. */
export const readText = (path: string): Promise<string | undefined> =>
  readFile(path, "utf8").catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return undefined;
    throw new ShapeError(path, [`it cannot be read: ${error instanceof Error ? error.message : String(error)}`]);
  });

export const parseSeedFile = (path: string, content: string): Seed => readSeed(path, parse(path, content));

function parse(path: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new ShapeError(path, [`it is not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

/** Differs for two contents of a file. */
export const fingerprintOf = (content: string): string => createHash("sha256").update(content, "utf8").digest("hex");

/**
 * Writes a file so that a crash at any moment leaves the old content or the new one: a file beside it is written to
 * the disk and then takes its name.
 */
export async function writeFileAtomically(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.new`;
  const file = await open(beside, "w");
  try {
    await file.writeFile(content, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await syncFolder(dirname(path));
}

/** The new name is on the disk, too. Windows opens no folders, and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Whether an error is one of the system's with this code, such as `ENOENT`. */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;
