import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "./run-command.ts";
import { repository } from "./sandbox.ts";

/** A project in an empty folder, with the package as `npm pack` makes it. */
export interface PackedProject extends Disposable {
  readonly folder: string;
}

/**
 * Installs the packed package beside other dependencies.
 *
 * @example using project = await installPacked({ "@pulumi/pulumi": "3.216.0" });
 */
export async function installPacked(dependencies: Readonly<Record<string, string>>): Promise<PackedProject> {
  const folder = mkdtempSync(join(tmpdir(), "packed-"));
  await run(repository, "npm", "pack", "--ignore-scripts", "--json", "--pack-destination", folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
  const all = { "pulumi-ncloud-sourcepipeline": `file:${tarball}`, ...dependencies };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, main: "index.js", dependencies: all }));
  writeFileSync(join(folder, "Pulumi.yaml"), "name: packed\nruntime: nodejs\n");
  await run(folder, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund");
  return {
    folder,
    [Symbol.dispose]: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function run(cwd: string, command: string, ...words: string[]): Promise<void> {
  const { code, output } = await runCommand(command, words, { cwd, env: process.env as Record<string, string> });
  if (code !== 0) throw new Error(output);
}
