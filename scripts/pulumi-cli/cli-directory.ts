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

/** The folder that holds one folder for each release. */
export function releasesDirectory({ PULUMI_HOME, HOME }: NodeJS.ProcessEnv): string {
  return join(PULUMI_HOME || join(HOME ?? homedir(), ".pulumi"), "versions");
}

/** The folder in which the npm launcher and Pulumi's Automation API look for the release, too. */
export function cliDirectory(environment: NodeJS.ProcessEnv): string {
  return join(releasesDirectory(environment), cliVersion, "bin");
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
