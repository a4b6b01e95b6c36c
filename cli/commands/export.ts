import type { Command } from "commander";
import { connectAccount } from "../account/connect-account.ts";
import { type PlaceFlags, placeOptions, settingsOf } from "../account/place-options.ts";
import { counted } from "../counted.ts";
import { danglingTasks } from "../export/dangling-tasks.ts";
import { importFile } from "../export/import-file.ts";
import { namesOfAccount } from "../export/names-of-account.ts";
import { programFiles } from "../export/program-files.ts";
import { projectName } from "../export/project-names.ts";
import { readPipelines } from "../export/read-pipelines.ts";
import { toData } from "../export/to-data.ts";
import { ownVersion } from "../own-version.ts";
import { refuseToOverwrite, writeFolder } from "../export/write-folder.ts";

/** `sourcepipeline export`: writes existing pipelines as a program, and the file that imports them. */
export function exportCommand(command: Command): Command {
  return placeOptions(command)
    .argument("[names...]", "pipelines to export")
    .requiredOption("--out <folder>", "folder to write, which must not exist or be empty")
    .option("--all", "export all pipelines of the account")
    .action(run);
}

interface Flags extends PlaceFlags {
  out: string;
  all?: boolean;
}

async function run(given: readonly string[], { out, all = false, ...place }: Flags): Promise<void> {
  if (all === given.length > 0) throw new Error("Say which pipelines: give their names, or --all.");
  await refuseToOverwrite(out);

  const account = connectAccount(settingsOf(place));
  const names = namesOfAccount(account);
  const pipelines = await readPipelines(all ? "all" : given, account, names);
  const data = await Promise.all(
    pipelines.map(async ({ resource, inputs }) => [resource, await toData(inputs, names)] as const),
  );
  const program = {
    project: projectName(out),
    place: account.place,
    version: ownVersion(),
    pipelines: data,
    imports: importFile(pipelines, account),
  };
  await writeFolder(out, programFiles(program));
  for (const warning of data.flatMap(([, pipeline]) => danglingTasks(pipeline))) process.stderr.write(`${warning}\n`);
  process.stdout.write(`${nextSteps(out, pipelines.length)}\n`);
}

const nextSteps = (out: string, count: number): string => `Wrote ${counted(count, "pipeline")} to ${out}. Next:
  cd ${out} && npm install
  pulumi stack init <name>
  pulumi import --file import.json --generate-code=false --protect=false --yes
  pulumi preview --expect-no-changes
The import changes nothing in the account. Afterwards import.json can be deleted.`;
