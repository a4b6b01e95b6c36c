import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/**
 * Writes files into a folder that does not exist yet or is empty: all of them, or none.
 *
 * @param files texts by their paths in the folder
 * @throws Error in one line when the folder holds anything
 */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const target = resolve(folder);
  await refuseToOverwrite(target);
  await mkdir(dirname(target), { recursive: true });
  const draft = await mkdtemp(`${target}-`);
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(draft, path)), { recursive: true });
      await writeFile(join(draft, path), text);
    }
    await rm(target, { recursive: true, force: true });
    await rename(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Called before the service is asked, too: who named the wrong folder should not wait for it. */
export async function refuseToOverwrite(folder: string): Promise<void> {
  const present = await namesIn(folder);
  if (present === undefined || present.length === 0) return;
  throw new Error(
    `--out ${folder}: there is something already (${present[0] ?? ""}). Name a folder that does not exist.`,
  );
}

async function namesIn(folder: string): Promise<string[] | undefined> {
  try {
    return await readdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    if (code === "ENOTDIR") return [folder];
    throw error;
  }
}
