import type { Command } from "commander";
import { connectAccount } from "../account/connect-account.ts";
import { detectDrift } from "../drift/detect-drift.ts";
import type { DriftReport } from "../drift/drift-report.ts";
import { findUnmanaged } from "../drift/find-unmanaged.ts";
import { formatMarkdown } from "../drift/format-markdown.ts";
import { formatText } from "../drift/format-text.ts";
import type { Project } from "../pulumi/project.ts";
import { refreshPreview } from "../pulumi/refresh-preview.ts";
import { stackSettings } from "../pulumi/stack-settings.ts";

/** The exit code of drift, as the engine's own commands have it; every failure has another. */
const driftExitCode = 7;

/** `sourcepipeline drift`: reports, and changes neither the account, nor the state, nor a file. */
export function driftCommand(command: Command): Command {
  return command
    .option("--stack <name>", "the stack to look at; the selected one unless given")
    .option("--cwd <folder>", "folder of the Pulumi project", process.cwd())
    .option("--run-program", "take the keys from the stack's present configuration instead of its state")
    .option("--unmanaged", "also find pipelines of the account that are in no stack of the backend")
    .option("--json", "print JSON, as docs/drift.schema.json describes it")
    .option("--markdown", "print Markdown for an issue or a comment")
    .addHelpText("after", "\nExit code: 0 without drift, 7 with drift, another one when it could not be told.")
    .action(run);
}

interface Flags extends Project {
  runProgram?: boolean;
  unmanaged?: boolean;
  json?: boolean;
  markdown?: boolean;
}

async function run(flags: Flags): Promise<void> {
  const { cwd, stack, runProgram, unmanaged } = flags;
  const project = { cwd, stack };
  const connect = async () => connectAccount(await stackSettings(project));

  const report = await detectDrift(await refreshPreview(project, runProgram), connect);
  const full = unmanaged === true ? await findUnmanaged(report, project, await connect()) : report;
  process.stdout.write(`${formatOf(flags)(full)}\n`);
  if (full.drift) process.exitCode = driftExitCode;
}

function formatOf({ json, markdown }: Flags): (report: DriftReport) => string {
  if (json === true) return (report) => JSON.stringify(report, undefined, 2);
  return markdown === true ? formatMarkdown : formatText;
}
