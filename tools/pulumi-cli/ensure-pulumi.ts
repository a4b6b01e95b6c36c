import { buildCli } from "./build-cli.ts";
import { builtCliDirectory, cliDirectory, isComplete } from "./cli-directory.ts";
import { withLock } from "./cli-lock.ts";
import { type Context, processContext } from "./context.ts";
import { downloadCli } from "./download-cli.ts";
import { findOnPath } from "./find-on-path.ts";
import { NoCliError } from "./no-cli-error.ts";

/**
 * Makes sure that there is a Pulumi CLI: a user's own on PATH, else the release in the launcher's folder, else one that
 * was built here; downloaded or built where it is missing. Says nothing when everything is there.
 *
 * @returns the folder that must stand first on the PATH of whoever runs `pulumi`
 * @throws NoCliError when there is none and none can be had
 * @example const PATH = [await ensurePulumi(), process.env.PATH].join(path.delimiter)
 */
export async function ensurePulumi(context: Context = processContext()): Promise<string> {
  const own = await findOnPath(context);
  if ("directory" in own) return own.directory;

  const directories = [cliDirectory(context.environment), builtCliDirectory(context.environment)] as const;
  const present = directories.find(isComplete);
  if (present !== undefined) return present;
  return withLock(context, `${directories[1]}.lock`, async () => {
    // Whoever held the lock before may have made it.
    const made = directories.find(isComplete);
    if (made !== undefined) return made;
    const reasons = [own.reason];
    for (const get of [downloadCli, buildCli]) {
      const result = await get(context);
      if ("directory" in result) return result.directory;
      reasons.push(result.reason);
      context.say(`No Pulumi CLI yet: ${result.reason}.`);
    }
    throw new NoCliError(context.environment, reasons);
  });
}

if (import.meta.main) {
  const interrupt = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => interrupt.abort(new Error(name)));
  try {
    await ensurePulumi(processContext(interrupt.signal));
  } catch (error) {
    process.exitCode = interrupt.signal.aborted ? 130 : 1;
    if (!interrupt.signal.aborted) console.error(error instanceof Error ? error.message : error);
  }
}
