import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { stringify } from "yaml";
import { ensurePulumi } from "../../tools/pulumi-cli/ensure-pulumi.ts";
import type { DeclaredPipeline } from "../support/declared-pipelines.ts";
import { repository } from "../support/repository.ts";
import { type Cost, runCommand } from "./run-command.ts";
import type { Program } from "./programs.ts";

/** A Pulumi project with a file backend of its own. */
export interface Project extends Disposable {
  /** Writes what the program declares. */
  readonly declare: (pipelines: readonly DeclaredPipeline[]) => void;
  /** Runs a command of the CLI on the project's stack. */
  readonly pulumi: (...words: string[]) => Promise<Cost>;
  /** Size of the stack's state, in bytes. */
  readonly stateSize: () => number;
}

/** Makes a project that finds this package as a user's does: through `node_modules`, built. */
export async function createProject(program: Program, environment: Record<string, string>): Promise<Project> {
  const kept = join(repository, ".sourcepipeline");
  mkdirSync(kept, { recursive: true });
  const folder = mkdtempSync(join(kept, "bench-"));
  const backend = join(folder, "backend");
  mkdirSync(backend);
  const files = {
    ...program,
    "Pulumi.yaml": stringify({ name: "bench", runtime: "nodejs" }),
    "package.json": '{"main": "index.js"}',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

  const env = {
    HOME: process.env["HOME"] ?? folder,
    PATH: [await ensurePulumi(), dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter),
    PULUMI_BACKEND_URL: `file://${backend}`,
    PULUMI_CONFIG_PASSPHRASE: "bench",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    ...environment,
  };
  const pulumi = (...words: string[]): Promise<Cost> =>
    runCommand("pulumi", [...words, "--non-interactive"], { cwd: folder, env });
  await pulumi("stack", "init", "bench");

  return {
    pulumi,
    declare: (pipelines) => writeFileSync(join(folder, "pipelines.json"), JSON.stringify(pipelines)),
    stateSize: () => readFileSync(join(backend, ".pulumi/stacks/bench/bench.json")).length,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}
