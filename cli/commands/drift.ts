import type { Command } from "commander";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { stackAccounts } from "../account/stack-accounts.ts";
import { detectDrift } from "../drift/detect-drift.ts";
import type { DriftReport } from "../drift/drift-report.ts";
import { formatMarkdown } from "../drift/format-markdown.ts";
import { formatText } from "../drift/format-text.ts";
import { dataFolder, haveFiles } from "../drift/data-folder.ts";
import { addPendingAndUnmanaged } from "../drift/pending-and-unmanaged.ts";
import { asJson, formatFlags, printReport, type ReportFormats } from "../output/report-formats.ts";
import { refreshPreview } from "../pulumi/refresh-preview.ts";
import { type Project, runPulumi } from "../pulumi/run-pulumi.ts";

/** The exit code of drift, as the engine's own commands have it; every failure has another. */
const driftExitCode = 7;

const formats = (canAccept: boolean): ReportFormats<DriftReport> => ({
  text: { print: (report) => formatText(report, canAccept) },
  json: { help: "print JSON, as docs/drift.schema.json describes it", print: asJson },
  markdown: { help: "print Markdown for an issue or a comment", print: formatMarkdown },
});

/** `sourcepipeline drift`: reports, and changes neither the account, nor the state, nor a file. */
export function driftCommand(command: Command): Command {
  command
    .option("--stack <name>", "the stack to compare; the selected one unless given")
    .option("--run-program", "take the keys from the stack's present configuration instead of its state")
    .option("--unmanaged", "also find pipelines of the account that are in no stack of the backend");
  return formatFlags(command, formats(false))
    .option("--accept", "print a patch that writes the drift into the files of an exported program; exits with 0")
    .option("--data <folder>", "folder of those files; the one that the stack's configuration names, else pipelines")
    .addHelpText("after", "\nExit code: 0 without drift, 7 with drift, another one when it could not be determined.")
    .action(run);
}

interface Flags {
  stack?: string;
  runProgram?: boolean;
  unmanaged?: boolean;
  accept?: boolean;
  data?: string;
}

async function run(flags: Flags): Promise<void> {
  const { stack, runProgram, unmanaged } = flags;
  const project = { cwd: process.cwd(), stack };
  const accounts = stackAccounts(project);

  const steps = await refreshPreview(project, runProgram);
  const report = await withNames(await detectDrift(steps, accounts), project);
  const read = (path: string): Promise<string | undefined> => textOf(join(project.cwd, path));
  const folderOf = async (): Promise<string> => flags.data ?? (await dataFolder(project, report.project));
  if (flags.accept === true) {
    const { acceptDrift } = await import("../drift/accept-drift.ts");
    const list = (path: string): Promise<string[]> => readdir(join(project.cwd, path));
    const ports = { account: await accounts(), folder: await folderOf(), read, list };
    process.stdout.write(await acceptDrift(report.pipelines, steps, ports));
    return;
  }

  const full = await addPendingAndUnmanaged(report, project, { accounts, unmanaged: unmanaged === true });
  const canAccept = full.pipelines.length > 0 && (await haveFiles(full.pipelines, await folderOf(), read));
  printReport(full, formats(canAccept), flags);
  if (full.drift) process.exitCode = driftExitCode;
}

/** A stack without resources does not say what it is called. */
async function withNames(report: DriftReport, project: Project): Promise<DriftReport> {
  if (report.stack !== "") return report;
  const stack = project.stack ?? (await runPulumi(["stack", "--show-name"], project)).trim();
  return { ...report, stack };
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
