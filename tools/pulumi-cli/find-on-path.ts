import { realpathSync } from "node:fs";
import { delimiter, isAbsolute, join, sep } from "node:path";
import { isExecutable, programs } from "./cli-directory.ts";
import { isAtLeast, oldestCli, readVersion } from "./cli-version.ts";
import type { Context } from "./context.ts";
import { runCommand } from "./run-command.ts";

/** The folder of a user's own CLI on PATH, when it is new enough, or why there is none. */
export async function findOnPath(context: Context): Promise<{ directory: string } | { reason: string }> {
  const directory = foldersOf(context.environment["PATH"]).find(hasOwnCli);
  if (directory === undefined) return { reason: "there is no pulumi on PATH" };

  const program = join(directory, programs.cli);
  const { output, complaint } = await runCommand(context, [program, "version"], {
    variables: { PULUMI_SKIP_UPDATE_CHECK: "true" },
    timeoutMs: 20_000,
  });
  const version = readVersion(output);
  if (version === undefined) return { reason: `${program} does not tell its version: ${complaint}` };
  if (!isAtLeast(version, oldestCli)) return { reason: `${program} is ${version}, older than ${oldestCli}` };
  return { directory };
}

const foldersOf = (path = ""): string[] => path.split(delimiter).filter((folder) => isAbsolute(folder));

/** npm puts its launcher on PATH, too, here and globally: that is no CLI, and would start to download one. */
function hasOwnCli(directory: string): boolean {
  const program = join(directory, programs.cli);
  return isExecutable(program) && !realpathSync(program).split(sep).includes("node_modules");
}
