import { accessSync, constants, existsSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, dirname, join, sep } from "node:path";
import { runPulumi } from "../pulumi/run-pulumi.ts";
import { attempt, failed, type CheckResult, ok, skipped, warned } from "./check-result.ts";

/** Node, the Pulumi CLI on PATH and where it is from, and the SDK of the project in a folder. */
export async function checkMachine(cwd: string): Promise<CheckResult[]> {
  let folder: CheckResult[] = [];
  const cli = await attempt(requirements.pulumi.subject, async () => {
    const version = (await runPulumi(["version"], { cwd })).trim();
    folder = checkPulumiFolder(process.env, version.replace(/^v/, ""));
    return checkVersion(requirements.pulumi, version);
  });
  return [checkVersion(requirements.node, process.versions.node), cli, ...folder, checkSdk(cwd)];
}

function checkSdk(cwd: string): CheckResult {
  const require = createRequire(join(cwd, "index.js"));
  try {
    const { version } = require("@pulumi/pulumi/package.json") as { version: string };
    return checkVersion(requirements.sdk, version);
  } catch {
    return skipped(requirements.sdk.subject, `not installed in ${cwd}, so no program can run there`);
  }
}

/** What is needed of a tool, and where newer ones come from. */
export interface Requirement {
  readonly subject: string;
  readonly minimum: string;
  readonly hint: string;
}

export const requirements = {
  node: { subject: "Node", minimum: "22.12.0", hint: "Install a newer one from https://nodejs.org." },
  pulumi: {
    subject: "Pulumi CLI",
    // The first whose refresh reports by its exit code that something differs.
    minimum: "3.227.0",
    hint: "Install a newer one: https://www.pulumi.com/docs/install/.",
  },
  sdk: {
    subject: "@pulumi/pulumi",
    // The first that passes on the inputs that a read returns: without them a refresh sees no drift.
    minimum: "3.216.0",
    hint: 'Run "npm install @pulumi/pulumi@latest" in the project.',
  },
} as const satisfies Record<string, Requirement>;

/**
 * Compares a version with the oldest that works.
 *
 * @example checkVersion(requirements.node, "v24.21.0") // { subject: "Node", state: "ok", text: "24.21.0" }
 */
export function checkVersion({ subject, minimum, hint }: Requirement, version: string): CheckResult {
  const plain = version.trim().replace(/^v/, "");
  return isAtLeast(plain, minimum) ? ok(subject, plain) : failed(subject, `${plain} is older than ${minimum}. ${hint}`);
}

function isAtLeast(version: string, minimum: string): boolean {
  const [one, other] = [version, minimum].map((text) => text.split(/[.+-]/).slice(0, 3).map(Number));
  const difference = (one ?? []).map((part, index) => part - (other?.[index] ?? 0)).find((part) => part !== 0);
  return difference === undefined || difference > 0;
}

const subject = "CLI folder";

/** Where the `pulumi` on PATH is, and whether it is one that the repository of this package built. */
export function checkPulumiFolder(environment: NodeJS.ProcessEnv, version: string): CheckResult[] {
  const program = programOnPath(environment["PATH"]);
  if (program === undefined) return [];
  const folder = isLauncher(program) ? launchedFolder(environment, version) : dirname(program);
  const limits = limitsOf(folder);
  if (limits === undefined) return [ok(subject, folder)];
  return [warned(subject, `${folder}, built from Go modules. ${limits} A release does all: ${releases}`)];
}

const releases = "https://www.pulumi.com/docs/install/.";

/** Beside a CLI that was built; lists what it cannot do (tools/pulumi-cli/build-plan.ts). */
const noteFile = "built-from-go-modules.txt";

/** Of a CLI that was built before there was such a file: it has one language, and every release has them all. */
const oldBuild =
  "Its language host is of an old SDK: policy packs, resource hooks and registerResourceTransform do not work with it.";

function limitsOf(folder: string): string | undefined {
  const has = (name: string): boolean => existsSync(join(folder, name));
  if (has(noteFile)) return readFileSync(join(folder, noteFile), "utf8").trim();
  return has("pulumi-language-nodejs") && !has("pulumi-language-python") ? oldBuild : undefined;
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
