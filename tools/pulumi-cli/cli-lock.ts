import { mkdir, rm, stat, utimes } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Context } from "./context.ts";

const beatMs = 5_000;
const pollMs = 500;
/** A lock whose owner has not touched it for this long belongs to a process that is gone. */
const abandonedMs = 60_000;

/**
 * Runs `work` while no other process does. The lock only saves work: who breaks it by accident builds the same thing
 * again, beside the first.
 */
export async function withLock<Result>(
  context: Context,
  path: string,
  work: () => Promise<Result>,
  what = "the Pulumi CLI",
): Promise<Result> {
  await mkdir(dirname(path), { recursive: true });
  await acquire(context, path, what);
  const beat = setInterval(() => void touch(path), beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(path, { recursive: true, force: true });
  }
}

async function acquire({ say, signal }: Context, path: string, what: string): Promise<void> {
  let told = false;
  while (!(await take(path))) {
    if (await isAbandoned(path)) {
      await rm(path, { recursive: true, force: true });
      continue;
    }
    if (!told) say(`Another process is installing ${what}; waiting for it (${path}).`);
    told = true;
    await setTimeout(pollMs, undefined, { signal });
  }
}

/** Making a folder is the one step in which only one process can succeed. */
async function take(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(path);
    return Date.now() - mtimeMs > abandonedMs;
  } catch {
    // Released in this moment: the next attempt tells.
    return false;
  }
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined);
}
