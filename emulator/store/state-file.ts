import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { ShapeError } from "../shape/read-value.ts";
import { readSeed } from "../world/read-seed.ts";
import type { Seed } from "../world/seed.ts";
import { hasCode } from "./has-code.ts";

/**
 * Reads a state file or a seed file; undefined when there is none.
 *
 * @throws ShapeError that names the file and every place that is wrong.
 */
export async function readSeedFile(path: string): Promise<Seed | undefined> {
  const content = await readFile(path, "utf8").catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return undefined;
    throw new ShapeError(path, [`it cannot be read: ${error instanceof Error ? error.message : String(error)}`]);
  });
  return content === undefined ? undefined : readSeed(path, parse(path, content));
}

function parse(path: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new ShapeError(path, [`it is not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

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
}
