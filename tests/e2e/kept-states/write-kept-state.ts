import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import type { Seed } from "../../../emulator/index.ts";
import { createSandbox, repository, type Sandbox } from "../support/sandbox.ts";
import { serviceOf } from "../support/service.ts";
import { type ExportedStack, keptStates, textToKeep } from "./kept-state.ts";

/*
 * Makes a kept state: runs the program of `tests/fixtures/states/<name>` on the real engine, in an account that begins as
 * its seed.json says, and keeps the stack, its settings and the account as they are then.
 *
 *   node tests/e2e/kept-states/write-kept-state.ts 0.2.0/full
 *   node tests/e2e/kept-states/write-kept-state.ts 0.1.0/first --package ../checkout-of-that-version
 *
 * The package is the one of this repository as it is built, or that of another checkout. To be done once for a version,
 * before it is released; what is kept is never made again.
 */

const { values, positionals } = parseArgs({ options: { package: { type: "string" } }, allowPositionals: true });
const [name] = positionals;
if (name === undefined) throw new Error('Name the state, such as "0.2.0/full".');
await writeKeptState(name, values.package);

async function writeKeptState(name: string, otherPackage: string | undefined): Promise<void> {
  const folder = join(keptStates, name);
  const seed = JSON.parse(readFileSync(join(folder, "seed.json"), "utf8")) as Seed;
  await using sandbox = await createSandbox({ emulator: { seed, speed: 0 } });
  if (otherPackage !== undefined) usePackage(sandbox, resolve(otherPackage));
  writeFileSync(join(sandbox.folder, "index.js"), readFileSync(join(folder, "program.js"), "utf8"));
  const run = async (...words: string[]): Promise<string> => {
    const { code, output, stdout } = await sandbox.pulumi(...words);
    if (code !== 0) throw new Error(output);
    return stdout;
  };
  await run("up", "--yes");
  // A second one, as most stacks have seen: the first leaves a few things in the engine's own form.
  await run("up", "--yes", "--expect-no-changes");

  const stack = JSON.parse(await run("stack", "export")) as ExportedStack;
  const account = await serviceOf(sandbox.emulator).admin<object>("GET", "state");
  await keep(folder, "deployment.json", textToKeep(stack, sandbox.emulator.url));
  await keep(folder, "emulator.json", JSON.stringify(account));
  await keep(folder, "settings.yaml", readFileSync(join(sandbox.folder, "Pulumi.test.yaml"), "utf8"));
}

/** Lets the program and its provider find another checkout's package first. */
function usePackage({ folder }: Sandbox, checkout: string): void {
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(checkout, join(folder, "node_modules", "pulumi-ncloud-sourcepipeline"));
}

async function keep(folder: string, file: string, text: string): Promise<void> {
  for (const ours of [repository, homedir(), "127.0.0.1"]) {
    if (text.includes(ours)) throw new Error(`${file} names ${ours}, which is of this machine.`);
  }
  const path = join(folder, file);
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}
