import { createRequire } from "node:module";
import { join } from "node:path";
import { publicCodes } from "../provider/core/public-codes.ts";
import { ensurePlugin } from "./ensure-plugin.ts";
import { chosenHost } from "./host.ts";
import { currentRun } from "./program-run.ts";
import { runError } from "./run-error.ts";

/** What the text in each state's `__provider` loads. */
const entry = "pulumi-ncloud-sourcepipeline/provider";

/** Folders where it was found. */
const sound = new Set<string>();

/**
 * Ends the program where the provider's process will not find the package. That process looks from the program's folder,
 * as this one began there; a strict package manager puts there what the program itself depends on, and a component
 * library's dependencies elsewhere.
 *
 * @throws RunError that says what to add where
 */
export function ensureLoadable(): void {
  const folder = process.cwd();
  if (sound.has(folder) || currentRun().host !== "engine") return;
  if (chosenHost() === "plugin") {
    ensurePlugin(folder);
    return;
  }
  if (!isFound(folder)) throw Object.assign(runError(notFound(folder)), { code: publicCodes.configuration });
  sound.add(folder);
}

const notFound = (folder: string): string =>
  `The package pulumi-ncloud-sourcepipeline is not found from the program's folder, ${folder}, where the Pulumi engine ` +
  "loads it. A library that the program uses depends on it, and the program itself must, too: add it to the " +
  "dependencies of the program's own package.json, in the same version.";

function isFound(folder: string): boolean {
  try {
    createRequire(join(folder, "index.js")).resolve(entry);
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code !== "MODULE_NOT_FOUND";
  }
}
