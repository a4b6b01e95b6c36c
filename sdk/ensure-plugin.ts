import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, dirname, join, relative } from "node:path";
import { publicCodes } from "../provider/core/public-codes.ts";
import { ownPackage } from "../provider/core/own-package.ts";
import { packageName } from "../provider/hosts/plugin/package-name.ts";
import { runError } from "./run-error.ts";

/** Folders from which the plugin was found. */
const sound = new Set<string>();

/**
 * Ends the program where the engine will not find the plugin that the stack's configuration asks for. The engine looks
 * for it when the first resource is registered, and would then look on the internet for a plugin of that name.
 *
 * @param folder the program's
 * @throws RunError that says what to add where
 */
export function ensurePlugin(folder: string): void {
  if (sound.has(folder)) return;
  const project = projectFile(folder);
  const isFound = isDeclared(project) || isInstalled() || isOnPath() || isDebugged();
  if (!isFound) throw Object.assign(runError(notFound(project)), { code: publicCodes.configuration });
  sound.add(folder);
}

function notFound(project: string | undefined): string {
  const path = relative(dirname(project ?? process.cwd()), join(packageFolder(), "bin"));
  return (
    `The plugin "${packageName}" is not found, which ncloud:host asks for: add to Pulumi.yaml ` +
    `plugins: { providers: [{ name: ${packageName}, path: ${path.replaceAll("\\", "/")} }] }, or run ` +
    `"pulumi config rm ncloud:host".`
  );
}

function packageFolder(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve("pulumi-ncloud-sourcepipeline/package.json"));
  } catch {
    return join("node_modules", "pulumi-ncloud-sourcepipeline");
  }
}

/** The project's file, where the command line looks for it: here, or in the nearest folder above. */
function projectFile(folder: string): string | undefined {
  const found = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"].map((name) => join(folder, name)).find(existsSync);
  if (found !== undefined || dirname(folder) === folder) return found;
  return projectFile(dirname(folder));
}

interface Project {
  readonly plugins?: { readonly providers?: readonly { readonly name?: unknown }[] };
}

function isDeclared(project: string | undefined): boolean {
  if (project === undefined) return false;
  const { parse } = createRequire(import.meta.url)("yaml") as { parse: (text: string) => unknown };
  const { plugins } = (parse(readFileSync(project, "utf8")) ?? {}) as Project;
  return plugins?.providers?.some(({ name }) => name === packageName) === true;
}

function isInstalled(): boolean {
  const home = process.env["PULUMI_HOME"] ?? join(homedir(), ".pulumi");
  return existsSync(join(home, "plugins", `resource-${packageName}-v${ownPackage().version}`));
}

function isOnPath(): boolean {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.some((folder) => existsSync(join(folder, `pulumi-resource-${packageName}`)));
}

/** The engine attaches to a plugin that runs already. */
const isDebugged = (): boolean => (process.env["PULUMI_DEBUG_PROVIDERS"] ?? "").includes(`${packageName}:`);
