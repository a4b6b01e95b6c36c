import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { BuildFailure } from "./compile-go.ts";
import type { Context } from "./context.ts";
import { goToolchain } from "./go-toolchain.ts";

const prefix = ".build-";
const leftoverMs = 24 * 60 * 60_000;

/**
 * Builds in a folder that is gone afterwards. It stands beside where the results move to at the end, so that moving is
 * one step and nobody finds half a program.
 *
 * @returns what `work` returns, or why nothing could be built: there is no Go, or the build failed
 */
export async function inWorkshop<Result>(
  context: Context,
  beside: string,
  work: (go: string, workshop: string) => Promise<Result>,
): Promise<Result | { reason: string }> {
  await mkdir(beside, { recursive: true });
  await removeLeftovers(beside);
  const workshop = await mkdtemp(join(beside, prefix));
  try {
    const toolchain = await goToolchain(context, workshop);
    if ("reasons" in toolchain) return { reason: toolchain.reasons.join("; ") };
    return await work(toolchain.go, workshop);
  } catch (error) {
    if (error instanceof BuildFailure) return { reason: error.message };
    throw error;
  } finally {
    await rm(workshop, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A build that was killed could not clean up behind itself. */
async function removeLeftovers(beside: string): Promise<void> {
  for (const name of await readdir(beside)) {
    const path = join(beside, name);
    if (!name.startsWith(prefix) || Date.now() - (await stat(path)).mtimeMs < leftoverMs) continue;
    await rm(path, { recursive: true, force: true });
  }
}
