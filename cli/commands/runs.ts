import { type Command, InvalidArgumentError } from "commander";
import { type AccountFlags, accountSettings, keySourceOf } from "../account/account-options.ts";
import { connectAccount } from "../account/connect-account.ts";
import { asJson, formatFlags, printReport, type ReportFormats } from "../output/report-formats.ts";
import { findPipeline } from "../run/find-pipeline.ts";
import { listRuns, type RunList } from "../run/list-runs.ts";
import { formatRunList } from "../run/format-run-list.ts";
import { pipelineArgument } from "../run/run-options.ts";

const formats: ReportFormats<RunList> = {
  text: { print: (list) => formatRunList(list, Date.now()) },
  json: { help: "print JSON, as docs/runs.schema.json describes it", print: asJson },
};

/** `sourcepipeline runs`: the last runs of a pipeline, and why the last one that failed did. */
export function runsCommand(command: Command): Command {
  const limited = pipelineArgument(command).option(
    "--limit <number>",
    "how many runs, the newest first",
    readCount,
    10,
  );
  return formatFlags(limited, formats).action(runs);
}

interface Flags extends AccountFlags {
  limit: number;
}

async function runs(pipeline: string, flags: Flags): Promise<void> {
  const account = connectAccount(await accountSettings(flags), keySourceOf(flags));
  const subject = await findPipeline(account, pipeline);
  printReport(await listRuns(account.client, subject, flags.limit), formats, flags);
}

function readCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(count) && count > 0) return count;
  throw new InvalidArgumentError("Give a whole number from 1.");
}
