import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { publicCodes } from "../provider/core/public-codes.ts";
import { packageName } from "../provider/hosts/plugin/package-name.ts";
import { findPlugin, projectFile } from "../provider/hosts/shared/find-plugin.ts";
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
  if (findPlugin(project) === undefined)
    throw Object.assign(runError(notFound(project)), { code: publicCodes.configuration });
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
