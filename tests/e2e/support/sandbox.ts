import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createEmulator, type Emulator, type EmulatorOptions } from "../../../emulator/index.ts";
import { ensurePulumi } from "../../../tools/pulumi-cli/ensure-pulumi.ts";
import { type Outcome, runCommand } from "./run-command.ts";

export const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** A project on the real engine, with a file backend of its own and a fresh emulator behind it. */
export interface Sandbox extends AsyncDisposable {
  readonly emulator: Emulator;
  /** Where the project is. */
  readonly folder: string;
  /** Variables of every command; tests may change them. */
  readonly environment: Record<string, string>;
  /** Writes the program: the body of a CommonJS file in which `ncloud` and `pulumi` are there. */
  readonly program: (body: string) => void;
  /** Runs a command of the CLI on the stack `test`. */
  readonly pulumi: (...words: string[]) => Promise<Outcome>;
}

/** Settings of a sandbox. */
export interface SandboxOptions {
  emulator?: EmulatorOptions;
  /** A project that is there already; without one, an empty one is made. */
  folder?: string;
}

/**
 * @example
 * await using sandbox = await createSandbox();
 * sandbox.program(`new ncloud.Pipeline("shop", { tasks: [] })`);
 * const { output, code } = await sandbox.pulumi("up", "--yes");
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const bin = await ensurePulumi();
  const emulator = await createEmulator({ log: "silent", ...options.emulator });
  const own = makeProject();
  const folder = options.folder ?? own;
  const environment = {
    HOME: process.env["HOME"] ?? own,
    PATH: [bin, dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter),
    PULUMI_BACKEND_URL: `file://${join(own, "backend")}`,
    PULUMI_CONFIG_PASSPHRASE: "test",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    NCLOUD_API_GW: emulator.url,
    NCLOUD_ACCESS_KEY: emulator.accessKey,
    NCLOUD_SECRET_KEY: emulator.secretKey,
  };
  const pulumi = (...words: string[]): Promise<Outcome> =>
    runCommand("pulumi", [...words, "--non-interactive"], { cwd: folder, env: environment });

  const initialised = await pulumi("stack", "init", "test");
  if (initialised.code !== 0) throw new Error(initialised.output);

  return {
    emulator,
    folder,
    environment,
    pulumi,
    program: (body) => {
      writeFileSync(join(own, "index.js"), programHead + body);
    },
    async [Symbol.asyncDispose]() {
      await emulator.close();
      rmSync(own, { recursive: true, force: true });
      rmSync(join(folder, "Pulumi.test.yaml"), { force: true });
    },
  };
}

/** A folder for programs that find the package through `node_modules`, as a user's project does. */
function makeProject(): string {
  mkdirSync(join(repository, ".sourcepipeline"), { recursive: true });
  const folder = mkdtempSync(join(repository, ".sourcepipeline", "e2e-"));
  mkdirSync(join(folder, "backend"));
  writeFileSync(join(folder, "Pulumi.yaml"), "name: sandbox\nruntime: nodejs\n");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "sandbox", private: true, main: "index.js" }));
  return folder;
}

/** What stands in front of every program. */
export const programHead = `
const pulumi = require("@pulumi/pulumi");
const ncloud = require("pulumi-ncloud-sourcepipeline");
`;
