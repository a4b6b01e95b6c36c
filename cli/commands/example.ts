import type { Command } from "commander";
import { chmod } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { exampleFiles, exampleNames } from "../example/example-files.ts";
import { refuseToOverwrite, writeFolder } from "../export/write-folder.ts";
import { ownVersion } from "../own-version.ts";

/** `sourcepipeline example`: writes an example of this package as a project of its own. */
export function exampleCommand(command: Command): Command {
  return command
    .argument("<name>", "quickstart, gitops, or another folder of the package's examples")
    .requiredOption("--out <folder>", "folder to write, which must not exist or be empty")
    .action(run);
}

async function run(name: string, { out }: { out: string }): Promise<void> {
  const examples = examplesFolder();
  const names = await exampleNames(examples);
  if (!names.includes(name)) throw new Error(`There is no example "${name}". Existing: ${names.join(", ")}.`);
  await refuseToOverwrite(out);
  const files = await exampleFiles({ examples, name, version: ownVersion() });
  await writeFolder(out, files);
  for (const path of files.keys()) if (path.endsWith(".sh")) await chmod(join(out, path), 0o755);
  process.stdout.write(`Wrote ${name} to ${out}. Next:\n  cd ${out} && npm install\n`);
}

/** Beside the manifest of the package, whether this runs from its sources or from where it was built. */
function examplesFolder(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve("pulumi-ncloud-sourcepipeline/package.json")), "examples");
}
