import { accessSync, constants, existsSync, readFileSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join, sep } from "node:path";
import { type Finding, ok, warned } from "./finding.ts";

const subject = "CLI folder";

/** Where the `pulumi` on PATH is, and whether it is one that the repository of this package built. */
export function checkPulumiKind(environment: NodeJS.ProcessEnv, version: string): Finding[] {
  const program = programOnPath(environment["PATH"]);
  if (program === undefined) return [];
  const folder = isLauncher(program) ? launchedFolder(environment, version) : dirname(program);
  const limits = limitsOf(folder);
  if (limits === undefined) return [ok(subject, folder)];
  return [warned(subject, `${folder}, built from Go modules. ${limits} A release does all: ${releases}`)];
}

const releases = "https://www.pulumi.com/docs/install/.";

/** Beside a CLI that was built, with what it cannot do (tools/pulumi-cli/build-plan.ts). */
const markFile = "built-from-go-modules.txt";

/** Of a CLI that was built before they were marked: it has one language, and every release has them all. */
const unmarked =
  "Its language host is of an old SDK: policy packs, resource hooks and registerResourceTransform do not work with it.";

function limitsOf(folder: string): string | undefined {
  const has = (name: string): boolean => existsSync(join(folder, name));
  if (has(markFile)) return readFileSync(join(folder, markFile), "utf8").trim();
  return has("pulumi-language-nodejs") && !has("pulumi-language-python") ? unmarked : undefined;
}

function programOnPath(path = ""): string | undefined {
  const found = path
    .split(delimiter)
    .map((folder) => join(folder, process.platform === "win32" ? "pulumi.exe" : "pulumi"))
    .find(isExecutable);
  return found === undefined ? undefined : realpathSync(found);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The npm package `pulumi` starts the release that it keeps elsewhere. */
const isLauncher = (program: string): boolean => program.split(sep).includes("node_modules");

const launchedFolder = ({ PULUMI_HOME, HOME }: NodeJS.ProcessEnv, version: string): string =>
  join(PULUMI_HOME || join(HOME ?? homedir(), ".pulumi"), "versions", version, "bin");
