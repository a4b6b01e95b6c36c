import { dirname, join } from "node:path";
import { builtCliDirectory, isExecutable } from "../pulumi-cli/cli-directory.ts";
import { withLock } from "../pulumi-cli/cli-lock.ts";
import { type Context, processContext } from "../pulumi-cli/context.ts";
import { ensurePulumi } from "../pulumi-cli/ensure-pulumi.ts";
import { buildPart, builtPart, type Found } from "./build-part.ts";
import { ensurePython } from "./ensure-python.ts";
import { buildOf, type Part, testedParts } from "./plan.ts";

/**
 * Makes sure that the host of a language is there, or the program that writes SDKs: beside the CLI, where releases have
 * the hosts, else built from Go modules where only this repository looks. Says nothing when it is there.
 *
 * @returns the folder that must be on the PATH of whoever runs `pulumi`, or why there is none
 * @throws NoCliError when there is no CLI and none can be had
 * @example const host = await ensureLanguage("python");
 */
export async function ensureLanguage(part: Part, context: Context = processContext()): Promise<Found> {
  const cli = await ensurePulumi(context);
  if (isRelease(cli) && isExecutable(join(cli, buildOf(part).program))) return { directory: cli };

  const home = join(dirname(builtCliDirectory(context.environment)), "languages");
  const built = builtPart(part, home);
  if (built !== undefined) return { directory: built };
  return withLock(context, `${home}.lock`, () => buildPart(part, home, context), "language hosts");
}

/** A release has all hosts and they write code; a CLI that was built has only one, which does not. */
const isRelease = (cli: string): boolean => isExecutable(join(cli, buildOf("python").program));

if (import.meta.main) {
  for (const part of testedParts) {
    const found = await ensureLanguage(part);
    if ("reason" in found)
      console.error(`There is no ${buildOf(part).program}, and none can be built: ${found.reason}.`);
  }
  const python = await ensurePython();
  if ("reason" in python) console.error(`Programs in Python cannot be run: ${python.reason}.`);
}
