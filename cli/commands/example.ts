import type { Command } from "commander";
import { chmod, readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { stringify } from "yaml";
import { shellWord } from "../output/text.ts";
import { refuseToOverwrite, writeFolder } from "../output/write-folder.ts";
import { ownFolder, ownVersion } from "../own-package.ts";

/** `sourcepipeline example`: writes an example of this package as a project of its own. */
export function exampleCommand(command: Command): Command {
  return command
    .argument("<name>", "quickstart, gitops, or another folder of the package's examples")
    .requiredOption("--out <folder>", "folder to write, which must not exist or be empty")
    .action(run);
}

async function run(name: string, { out }: { out: string }): Promise<void> {
  const examples = join(ownFolder(), "examples");
  const names = await exampleNames(examples);
  if (!names.includes(name)) throw new Error(`There is no example "${name}". Existing: ${names.join(", ")}.`);
  await refuseToOverwrite(out);
  const files = await exampleFiles({ examples, name, version: ownVersion() });
  await writeFolder(out, files);
  for (const path of files.keys()) if (path.endsWith(".sh")) await chmod(join(out, path), 0o755);
  process.stdout.write(`Wrote ${name} to ${out}. Next:\n  cd ${shellWord(out)} && npm install\n`);
}

/** Where an example is made of. */
export interface ExampleSource {
  /** The folder of the package's examples. */
  readonly examples: string;
  readonly name: string;
  /** Version of this package, on which the copy is to depend. */
  readonly version: string;
}

/** The names of the examples in a folder. */
export async function exampleNames(examples: string): Promise<string[]> {
  const entries = await readdir(examples, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/** The files of an example as a project of its own, by their paths in its folder. */
export async function exampleFiles({ examples, name, version }: ExampleSource): Promise<Map<string, string>> {
  const folder = join(examples, name);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !/(^|\/)(node_modules|bin|reports)\//.test(path))
    .sort();
  const files = new Map<string, string>([
    // Inside the repository, the quickstart is the project of the root.
    ["Pulumi.yaml", stringify({ name, runtime: "nodejs" })],
    // npm leaves it out of packages.
    [".gitignore", gitignore],
  ]);
  for (const path of paths) files.set(path, await readFile(join(folder, path), "utf8"));
  files.set("package.json", standalone(files.get("package.json") ?? packageOf(name), version));
  files.set("Pulumi.yaml", (files.get("Pulumi.yaml") ?? "").replace(pluginInside, pluginOfPackage));
  return files;
}

/** The package brings the plugin for programs that are in other languages, and have no dependencies of npm themselves. */
const packageOf = (name: string): string =>
  `${JSON.stringify({ name: `example-${name}`, private: true, dependencies: { [ownName]: "file:../.." } }, undefined, 2)}\n`;

const ownName = "pulumi-ncloud-sourcepipeline";
const pluginInside = "path: ../../bin";
const pluginOfPackage = `path: node_modules/${ownName}/bin`;

/** What the examples make; the same text as `.gitignore` of the one that has it. */
const gitignore = "node_modules/\nbin/\n.pulumi/\nreports/\nPulumi.try-*.yaml\n";

/** Inside the repository, an example depends on the folder that it is in. */
const standalone = (text: string, version: string): string =>
  text.replace(/("pulumi-ncloud-sourcepipeline": )"file:[^"]*"/, `$1"^${version}"`);
