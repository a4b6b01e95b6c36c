import { basename, resolve } from "node:path";

/**
 * The name of the Pulumi project of a folder: the folder's, as far as Pulumi allows it, 1 to 100 of `A-Z a-z 0-9 _ . -`.
 *
 * @example projectName("out/Shop pipelines") // "Shop-pipelines"
 */
export function projectName(folder: string): string {
  const name = basename(resolve(folder)).replaceAll(/[^A-Za-z0-9_.-]+/g, "-");
  return name.replace(/^-+/, "").slice(0, 100).replace(/-+$/, "") || "pipelines";
}

/**
 * The name of the npm package of a project: npm allows no capitals, and neither a dot nor an underscore at the start.
 *
 * @example packageName("Shop-pipelines") // "shop-pipelines"
 */
export function packageName(project: string): string {
  const name = project.toLowerCase().replace(/^[._-]+/, "");
  return name === "" || unusable.has(name) ? `pulumi-${name || "pipelines"}` : name;
}

/** Names that npm refuses, or that the program could no longer tell from what it depends on. */
const unusable: ReadonlySet<string> = new Set([
  "node_modules",
  "favicon.ico",
  "typescript",
  "pulumi-ncloud-sourcepipeline",
]);
