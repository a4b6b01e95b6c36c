import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { cliVersion } from "./cli-version.ts";

const windows = process.platform === "win32";

/** Names of the programs that a CLI consists of, as far as programs in JavaScript and TypeScript need them. */
export const programs = {
  cli: windows ? "pulumi.exe" : "pulumi",
  languageHost: windows ? "pulumi-language-nodejs.exe" : "pulumi-language-nodejs",
  dynamicProvider: windows ? "pulumi-resource-pulumi-nodejs.cmd" : "pulumi-resource-pulumi-nodejs",
};

/** The folder in which the npm launcher and Pulumi's Automation API look for the release, too. */
export function cliDirectory({ PULUMI_HOME, HOME }: NodeJS.ProcessEnv): string {
  return directoryIn(PULUMI_HOME || join(HOME ?? homedir(), ".pulumi"));
}

/**
 * The folder of a CLI that is built here. It cannot do all that a release can, so it stands where no other program of
 * this machine looks, unless the variable asks for another home.
 */
export function builtCliDirectory(environment: NodeJS.ProcessEnv): string {
  return directoryIn(
    environment["SOURCEPIPELINE_PULUMI_HOME"] || join(cachesOf(environment), "sourcepipeline", "pulumi"),
  );
}

const directoryIn = (home: string): string => join(home, "versions", cliVersion, "bin");

/** Where programs of a user keep what they can make again. */
function cachesOf({ XDG_CACHE_HOME, LOCALAPPDATA, HOME = homedir() }: NodeJS.ProcessEnv): string {
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  if (windows) return LOCALAPPDATA || join(HOME, "AppData", "Local");
  return process.platform === "darwin" ? join(HOME, "Library", "Caches") : join(HOME, ".cache");
}

/** Whether a folder holds everything that a program in TypeScript needs. */
export function isComplete(directory: string): boolean {
  return Object.values(programs).every((program) => isExecutable(join(directory, program)));
}

/** Whether a path is a file that can be run; an empty one, as an interrupted download leaves it, cannot. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    const { size, mode } = statSync(path);
    return size > 0 && (mode & constants.S_IFMT) === constants.S_IFREG;
  } catch {
    return false;
  }
}
