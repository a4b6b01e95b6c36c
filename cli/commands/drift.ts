import type { Command } from "commander";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { dataFolder } from "../accept/data-folder.ts";
import { stackAccounts } from "../account/stack-accounts.ts";
import { detectDrift } from "../drift/detect-drift.ts";
import type { DriftReport } from "../drift/drift-report.ts";
import { formatMarkdown } from "../drift/format-markdown.ts";
import { formatText } from "../drift/format-text.ts";
import { lookBeyond } from "../drift/look-beyond.ts";
import { refreshPreview } from "../pulumi/refresh-preview.ts";

/** The exit code of drift, as the engine's own commands have it; every failure has another. */
const driftExitCode = 7;

/** `sourcepipeline drift`: reports, and changes neither the account, nor the state, nor a file. */
export function driftCommand(command: Command): Command {
  return command
    .option("--stack <name>", "the stack to look at; the selected one unless given")
    .option("--run-program", "take the keys from the stack's present configuration instead of its state")
    .option("--unmanaged", "also find pipelines of the account that are in no stack of the backend")
    .option("--json", "print JSON, as docs/drift.schema.json describes it")
    .option("--markdown", "print Markdown for an issue or a comment")
    .option("--accept", "print a patch that writes the drift into the files of an exported program; exits with 0")
    .option("--data <folder>", "folder of those files; the one that the stack's configuration names, else pipelines")
    .addHelpText("after", "\nExit code: 0 without drift, 7 with drift, another one when it could not be told.")
    .action(run);
}

interface Flags {
  stack?: string;
  runProgram?: boolean;
  unmanaged?: boolean;
  json?: boolean;
  markdown?: boolean;
  accept?: boolean;
  data?: string;
}

async function run(flags: Flags): Promise<void> {
  const { stack, runProgram, unmanaged } = flags;
  const project = { cwd: process.cwd(), stack };
  const accounts = stackAccounts(project);

  const steps = await refreshPreview(project, runProgram);
  const report = await detectDrift(steps, accounts);
  if (flags.accept === true) {
    const { acceptDrift } = await import("../accept/accept-drift.ts");
    const folder = flags.data ?? (await dataFolder(project, report.project));
    const read = (path: string): Promise<string | undefined> => textOf(join(project.cwd, path));
    process.stdout.write(await acceptDrift(report.pipelines, steps, { account: await accounts(), folder, read }));
    return;
  }

  const full = await lookBeyond(report, project, { accounts, unmanaged: unmanaged === true });
  process.stdout.write(`${formatOf(flags)(full)}\n`);
  if (full.drift) process.exitCode = driftExitCode;
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function formatOf({ json, markdown }: Flags): (report: DriftReport) => string {
  if (json === true) return (report) => JSON.stringify(report, undefined, 2);
  return markdown === true ? formatMarkdown : formatText;
}
