import { type Command, Option } from "commander";
import { type AccountFlags, accountOptions, accountSettings, keySourceOf } from "../account/account-options.ts";
import { connectAccount } from "../account/connect-account.ts";
import type { HostName } from "../../provider/hosts/shared/resource-types.ts";
import { importFile } from "../export/import-file.ts";
import {
  type ExportLanguage,
  exportLanguages,
  type LanguageProject,
  languageProjects,
} from "../export/language-projects.ts";
import { danglingTasks, toPipelineData } from "../export/pipeline-data.ts";
import { languageFiles, programFiles, projectName } from "../export/program-files.ts";
import { readAccountPipelines } from "../export/read-account-pipelines.ts";
import { counted, shellWord } from "../output/text.ts";
import { refuseToOverwrite, writeFolder } from "../output/write-folder.ts";
import { ownVersion } from "../own-package.ts";

/** `sourcepipeline export`: writes existing pipelines as a program, and the file that imports them. */
export function exportCommand(command: Command): Command {
  return accountOptions(command)
    .argument("[names...]", "pipelines to export")
    .requiredOption("--out <folder>", "folder to write, which must not exist or be empty")
    .option("--all", "export all pipelines of the account")
    .addOption(
      new Option("--language <language>", "what the program is in").choices(exportLanguages).default("typescript"),
    )
    .addOption(
      new Option(
        "--host <host>",
        "what makes the pipelines: the program's own process, or the packaged plugin",
      ).choices(["dynamic", "plugin"]),
    )
    .action(run);
}

interface Flags extends AccountFlags {
  out: string;
  all?: boolean;
  language: ExportLanguage;
  host?: HostName;
}

async function run(
  given: readonly string[],
  { out, all = false, language, host: asked, ...flags }: Flags,
): Promise<void> {
  if (all === given.length > 0) throw new Error("Say which pipelines: give their names, or --all.");
  if (language !== "typescript" && asked === "dynamic")
    throw new Error(`Programs in ${language} need the plugin: leave "--host dynamic" out.`);
  await refuseToOverwrite(out);
  const host = asked ?? (language === "typescript" ? "dynamic" : "plugin");

  const account = connectAccount(await accountSettings(flags), keySourceOf(flags));
  const pipelines = await readAccountPipelines(given, account);
  const data = await Promise.all(
    pipelines.map(async ({ resource, inputs }) => [resource, await toPipelineData(inputs, account.lists)] as const),
  );
  const program = {
    project: projectName(out),
    location: account.location,
    version: ownVersion(),
    pipelines: data,
    imports: importFile(pipelines, account, host),
    host,
  };
  await writeFolder(out, language === "typescript" ? programFiles(program) : languageFiles(language, program));
  for (const warning of data.flatMap(([, pipeline]) => danglingTasks(pipeline))) process.stderr.write(`${warning}\n`);
  process.stdout.write(`${nextSteps(out, pipelines.length, language)}\n`);
}

function nextSteps(out: string, count: number, language: ExportLanguage): string {
  const project: LanguageProject | undefined = language === "typescript" ? undefined : languageProjects[language];
  const code = project === undefined ? "--generate-code=false" : `--out ${project.main}`;
  const commands = [
    `cd ${shellWord(out)} && npm install`,
    ...(project?.sdk ?? []),
    "pulumi stack init <name>",
    `pulumi import --file import.json ${code} --protect=false --yes`,
    ...(project?.afterwards ?? []),
    "pulumi preview --expect-no-changes",
  ];
  return `Wrote ${counted(count, "pipeline")} to ${out}. Next:
${commands.map((command) => `  ${command}`).join("\n")}
The import changes nothing in the account. Afterwards import.json can be deleted.`;
}
