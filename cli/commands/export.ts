import type { Command } from "commander";
import { type LocationFlags, locationOptions, settingsOf } from "../account/account-options.ts";
import { connectAccount } from "../account/connect-account.ts";
import { importFile } from "../export/import-file.ts";
import { danglingTasks, toPipelineData } from "../export/pipeline-data.ts";
import { programFiles, projectName } from "../export/program-files.ts";
import { readAccountPipelines } from "../export/read-account-pipelines.ts";
import { counted } from "../output/text.ts";
import { refuseToOverwrite, writeFolder } from "../output/write-folder.ts";
import { ownVersion } from "../own-package.ts";

/** `sourcepipeline export`: writes existing pipelines as a program, and the file that imports them. */
export function exportCommand(command: Command): Command {
  return locationOptions(command)
    .argument("[names...]", "pipelines to export")
    .requiredOption("--out <folder>", "folder to write, which must not exist or be empty")
    .option("--all", "export all pipelines of the account")
    .action(run);
}

interface Flags extends LocationFlags {
  out: string;
  all?: boolean;
}

async function run(given: readonly string[], { out, all = false, ...location }: Flags): Promise<void> {
  if (all === given.length > 0) throw new Error("Say which pipelines: give their names, or --all.");
  await refuseToOverwrite(out);

  const account = connectAccount(settingsOf(location));
  const pipelines = await readAccountPipelines(given, account);
  const data = await Promise.all(
    pipelines.map(async ({ resource, inputs }) => [resource, await toPipelineData(inputs, account.lists)] as const),
  );
  const program = {
    project: projectName(out),
    location: account.location,
    version: ownVersion(),
    pipelines: data,
    imports: importFile(pipelines, account),
  };
  await writeFolder(out, programFiles(program));
  for (const warning of data.flatMap(([, pipeline]) => danglingTasks(pipeline))) process.stderr.write(`${warning}\n`);
  process.stdout.write(`${nextSteps(out, pipelines.length)}\n`);
}

/** A word as a shell reads it. */
const shellWord = (word: string): string =>
  /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

const nextSteps = (out: string, count: number): string => `Wrote ${counted(count, "pipeline")} to ${out}. Next:
  cd ${shellWord(out)} && npm install
  pulumi stack init <name>
  pulumi import --file import.json --generate-code=false --protect=false --yes
  pulumi preview --expect-no-changes
The import changes nothing in the account. Afterwards import.json can be deleted.`;
