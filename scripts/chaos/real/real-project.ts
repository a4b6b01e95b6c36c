import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { ensurePulumi } from "../../../tools/pulumi-cli/ensure-pulumi.ts";
import { type CommandEnd, type CommandResult, runCommand } from "./run-command.ts";

/** A project on the real engine, with a file backend of its own. */
export interface RealProject extends Disposable {
  readonly folder: string;
  /** Where the engine keeps the state. */
  readonly stateFile: string;
  readonly writeProgram: (text: string) => void;
  /** Runs a command of the CLI; `environment` says where and as whom. */
  readonly pulumi: (words: readonly string[], options?: PulumiOptions) => Promise<CommandResult>;
}

interface PulumiOptions {
  /** Variables besides the usual ones. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly end?: CommandEnd | undefined;
}

const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** @param account the variables that lead to the stack's own account */
export async function createProject(account: Readonly<Record<string, string>>): Promise<RealProject> {
  const bin = await ensurePulumi();
  mkdirSync(join(repository, ".sourcepipeline"), { recursive: true });
  // Below the repository, so that programs find the package as a user's project does.
  const folder = mkdtempSync(join(repository, ".sourcepipeline", "chaos-"));
  mkdirSync(join(folder, "backend"));
  writeFileSync(join(folder, "Pulumi.yaml"), stringify({ name: "chaos", runtime: "nodejs" }));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "chaos", private: true, main: "index.js" }));
  const usual = {
    HOME: process.env["HOME"] ?? folder,
    PATH: [bin, dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter),
    PULUMI_BACKEND_URL: `file://${join(folder, "backend")}`,
    PULUMI_CONFIG_PASSPHRASE: "chaos",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    ...account,
  };
  const project: RealProject = {
    folder,
    stateFile: join(folder, "backend", ".pulumi", "stacks", "chaos", "dev.json"),
    writeProgram: (text) => writeFileSync(join(folder, "index.js"), text),
    pulumi: (words, { environment = {}, end } = {}) =>
      runCommand("pulumi", [...words, "--non-interactive"], { cwd: folder, env: { ...usual, ...environment }, end }),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
  project.writeProgram("");
  const { code, output } = await project.pulumi(["stack", "init", "dev"]);
  if (code !== 0) throw new Error(output);
  return project;
}
