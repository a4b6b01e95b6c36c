import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { ownPackage } from "../../core/own-package.ts";
import { packageName } from "../plugin/package-name.ts";

/** Where the engine will find the plugin. */
export interface FoundPlugin {
  /** Who says so: an entry of the project's file, the engine's own folder, PATH, or whoever runs it already. */
  readonly by: "Pulumi.yaml" | "pulumi plugin install" | "PATH" | "PULUMI_DEBUG_PROVIDERS";
  /** The folder that holds it; empty for one that runs already. */
  readonly folder: string;
}

/**
 * Looks for the packaged plugin as the engine does.
 *
 * @param project file of the project, as {@link projectFile} finds it
 * @returns undefined where the engine would look on the internet for a plugin of that name
 */
export function findPlugin(
  project: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): FoundPlugin | undefined {
  // The engine attaches to a plugin that runs already.
  if ((environment["PULUMI_DEBUG_PROVIDERS"] ?? "").includes(`${packageName}:`))
    return { by: "PULUMI_DEBUG_PROVIDERS", folder: "" };
  const declared = declaredFolder(project);
  if (declared !== undefined) return { by: "Pulumi.yaml", folder: declared };
  const home = environment["PULUMI_HOME"] ?? join(environment["HOME"] ?? homedir(), ".pulumi");
  const installed = join(home, "plugins", `resource-${packageName}-v${ownPackage().version}`);
  if (existsSync(installed)) return { by: "pulumi plugin install", folder: installed };
  const folders = (environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = folders.find(holdsLauncher);
  return onPath === undefined ? undefined : { by: "PATH", folder: onPath };
}

/** Whether the file that the engine starts is in a folder. */
export const holdsLauncher = (folder: string): boolean => existsSync(join(folder, `pulumi-resource-${packageName}`));

/** The project's file, where the command line looks for it: here, or in the nearest folder above. */
export function projectFile(folder: string): string | undefined {
  const found = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"].map((name) => join(folder, name)).find(existsSync);
  if (found !== undefined || dirname(folder) === folder) return found;
  return projectFile(dirname(folder));
}

interface Project {
  readonly plugins?: { readonly providers?: readonly Entry[] };
}

interface Entry {
  readonly name?: unknown;
  readonly path?: unknown;
  readonly version?: unknown;
}

/** The folder that the project names; an entry with a version stands for that version only. */
function declaredFolder(project: string | undefined): string | undefined {
  if (project === undefined) return undefined;
  const { parse } = createRequire(import.meta.url)("yaml") as { parse: (text: string) => unknown };
  const { plugins } = (parse(readFileSync(project, "utf8")) ?? {}) as Project;
  const entry = plugins?.providers?.find(
    ({ name, version = ownPackage().version }) => name === packageName && version === ownPackage().version,
  );
  return entry && resolve(dirname(project), typeof entry.path === "string" ? entry.path : "");
}
