import type { Command } from "commander";
import { createZoneOffsets } from "../../provider/core/validation/schedule/zone-offsets.ts";
import { silenceOf } from "../../provider/config/configuration.ts";
import { connectAccount } from "../account/connect-account.ts";
import { type PlaceFlags, placeOptions, settingsOf } from "../account/place-options.ts";
import { checkAccountPipelines } from "../check/check-account-pipelines.ts";
import { checkDataFiles } from "../check/check-data-files.ts";
import { checkedJson, countProblems, formatChecked } from "../check/checked-pipeline.ts";

/** `sourcepipeline check`: all rules, for pipelines of an account or of data files; the engine is not needed. */
export function checkCommand(command: Command): Command {
  return placeOptions(command)
    .argument("[names...]", "pipelines of the account to check; all unless given")
    .option("--data <folder>", "check the data files of a folder instead, without asking an account")
    .option("--silence <codes>", "codes of warnings that are not shown, with commas between")
    .option("--strict", "fail for warnings, too")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExit code: 1 for errors, and with --strict for warnings.")
    .action(run);
}

interface Flags extends PlaceFlags {
  data?: string;
  silence?: string;
  strict?: boolean;
  json?: boolean;
}

async function run(names: readonly string[], { data, silence = "", strict, json, ...place }: Flags): Promise<void> {
  if (data !== undefined && names.length > 0) throw new Error("Give names of the account's pipelines, or --data.");
  const facts = { now: Date.now(), offsets: createZoneOffsets() };
  const found = await (data === undefined
    ? checkAccountPipelines(connectAccount(settingsOf(place)), names, facts)
    : checkDataFiles(data, facts));

  const silenced = silenceOf("--silence", silence);
  const pipelines = found.map(({ subject, problems }) => ({
    subject,
    problems: problems.filter(({ code, severity }) => severity === "error" || !silenced.has(code)),
  }));
  process.stdout.write(`${json === true ? checkedJson(pipelines) : formatChecked(pipelines)}\n`);
  const { errors, warnings } = countProblems(pipelines);
  if (errors > 0 || (strict === true && warnings > 0)) process.exitCode = 1;
}
