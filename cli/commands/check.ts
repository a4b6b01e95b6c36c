import type { Command } from "commander";
import { createZoneOffsets } from "../../provider/core/validation/schedule/zone-offsets.ts";
import { silenceOf } from "../../provider/config/configuration.ts";
import { connectAccount } from "../account/connect-account.ts";
import { type LocationFlags, locationOptions, settingsOf } from "../account/account-options.ts";
import type { Facts } from "../../provider/services/sourcepipeline/pipeline/check-pipeline.ts";
import { checkAccountPipelines } from "../check/check-account-pipelines.ts";
import { checkDataFiles } from "../check/check-data-files.ts";
import { checkProgram } from "../check/check-program.ts";
import { checkFormats, type Checked, type CheckedPipeline, countProblems } from "../check/check-report.ts";
import { isProject } from "../check/program/program-project.ts";
import { formatFlags, printReport } from "../output/report-formats.ts";

/** `sourcepipeline check`: all rules, for pipelines of a program, an account or data files; the engine is not needed. */
export function checkCommand(command: Command): Command {
  locationOptions(command)
    .argument("[names...]", "pipelines of the account to check; all unless given")
    .option(
      "--program",
      "run the Pulumi program of this folder, and check its pipelines and runs; the default in a project",
    )
    .option("--account", "check the account's pipelines; the default elsewhere, and where names are given")
    .option("--data <folder>", "check the data files of a folder, without asking an account")
    .option("--stack <name>", "stack whose configuration the program gets; the only one with a file unless given")
    .option("--offline", "ask no account what the program's pipelines refer to, even where there are keys")
    .option("--silence <codes>", "codes of warnings that are not shown, with commas between")
    .option("--strict", "fail for warnings, too");
  return formatFlags(command, checkFormats)
    .addHelpText("after", "\nExit code: 1 for errors, and with --strict for warnings.")
    .action(run);
}

interface Flags extends LocationFlags {
  program?: boolean;
  account?: boolean;
  data?: string;
  stack?: string;
  offline?: boolean;
  silence?: string;
  strict?: boolean;
}

async function run(names: readonly string[], flags: Flags): Promise<void> {
  const { silence = "", strict, ...sources } = flags;
  const silenced = silenceOf("--silence", silence);
  const found = await check(names, sources);
  const audible = ({ subject, problems }: CheckedPipeline): CheckedPipeline => ({
    subject,
    problems: problems.filter(({ code, severity }) => severity === "error" || !silenced.has(code)),
  });
  const shown = { ...found, pipelines: found.pipelines.map(audible), runs: found.runs.map(audible) };
  printReport(shown, checkFormats, flags);
  const { errors, warnings } = countProblems(shown);
  if (errors > 0 || (strict === true && warnings > 0)) process.exitCode = 1;
}

type Sources = Omit<Flags, "silence" | "strict">;

async function check(names: readonly string[], sources: Sources): Promise<Checked> {
  const { data, stack, offline: isOffline = false, ...location } = sources;
  const facts: Facts = { now: Date.now(), offsets: createZoneOffsets() };
  const whole = (pipelines: Checked["pipelines"]): Checked => ({ pipelines, runs: [], failures: [], notes: [] });
  switch (kindOf(names, sources)) {
    case "data":
      return whole(checkDataFiles(data ?? ".", facts));
    case "account":
      return whole(await checkAccountPipelines(connectAccount(settingsOf(location), "nowhere"), names, facts));
    case "program":
      return checkProgram(".", { stack, settings: settingsOf(location), isOffline });
  }
}

/** What is checked: what the flags say, else the program of the project in this folder, else the account. */
function kindOf(names: readonly string[], { program, account, data }: Sources): "program" | "account" | "data" {
  const chosen = {
    program: program === true,
    account: account === true || names.length > 0,
    data: data !== undefined,
  };
  const [kind, ...others] = (["program", "account", "data"] as const).filter((one) => chosen[one]);
  if (others.length > 0) throw new Error("Give one of --program, --account (or names of its pipelines) and --data.");
  return kind ?? (isProject(".") ? "program" : "account");
}
