// The quickstart: brings up the emulator, runs `pulumi up` of examples/quickstart against it, and shows what exists.
// `npm start -- --destroy` removes it all again.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { LocalWorkspace, PulumiCommand, type Stack } from "@pulumi/pulumi/automation/index.js";
import { drawTasks } from "../cli/graph/format-text.ts";
import { textTable } from "../cli/output/text.ts";
import { createEmulator } from "../emulator/index.ts";
import { type Client, createSourcePipelineClient } from "../provider/services/sourcepipeline/api/client.ts";
import { ensurePulumi } from "../tools/pulumi-cli/ensure-pulumi.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Everything that is kept between two starts: the stack's state and the emulator's. */
const kept = join(root, ".sourcepipeline");

const usage = `npm start               brings up the emulator and the pipelines of examples/quickstart
npm start -- --destroy  removes it all again`;

const options = readOptions();

const bin = await ensurePulumi();
mkdirSync(join(kept, "backend"), { recursive: true });
await using emulator = await createEmulator({ stateFile: join(kept, "emulator.json") });
console.log(`The emulator answers on ${emulator.url}.`);

const stack = await selectStack();
await (options.destroy ? takeDown() : bringUp());

/** Ends the script for what is no option, and for --help. */
function readOptions(): { destroy: boolean } {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values } = parseArgs({ options: { destroy: flag, help: { ...flag, short: "h" } } });
    if (!values.help) return values;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(1);
  }
}

async function bringUp(): Promise<void> {
  const { summary } = await stack.up({ onOutput: print });
  const { same = 0, ...changes } = summary.resourceChanges ?? {};
  const nothing = Object.keys(changes).length === 0;
  console.log(nothing ? `Nothing changed: all ${String(same)} resources are as declared.\n` : "");
  const { url: endpoint, accessKey, secretKey } = emulator;
  console.log(await showPipelines(createSourcePipelineClient({ endpoint, region: "KR", accessKey, secretKey })));
}

/** A table of the pipelines that exist, and a drawing of each one's tasks. */
async function showPipelines(client: Client): Promise<string> {
  const { projectList } = await client.getProjects({});
  if (projectList.length === 0) return "There are no pipelines.";
  const projects = await Promise.all(projectList.map(({ id }) => client.getProject({ projectId: id })));

  const rows = projects.map(({ id, name, tasks, description }) => [
    String(id),
    name,
    String(tasks.length),
    description,
  ]);
  const drawings = projects.map(({ name, tasks }) => [name, ...drawTasks(tasks).map((line) => `  ${line}`)].join("\n"));
  return [textTable(["ID", "NAME", "TASKS", "DESCRIPTION"], rows), ...drawings].join("\n\n");
}

async function takeDown(): Promise<void> {
  await stack.destroy({ onOutput: print, remove: true });
  rmSync(kept, { recursive: true });
  console.log("Everything is gone, the state included.");
}

async function selectStack(): Promise<Stack> {
  const pulumiCommand = await PulumiCommand.get({ root: join(bin, "..") });
  return LocalWorkspace.createOrSelectStack(
    { stackName: "dev", workDir: root },
    { pulumiCommand, envVars: surroundings() },
  );
}

/** A backend in a folder, no account, no call out; and the emulator's keys, as a user would set them. */
function surroundings(): Record<string, string> {
  return {
    PATH: `${bin}:${process.env["PATH"] ?? ""}`,
    PULUMI_BACKEND_URL: `file://${join(kept, "backend")}`,
    PULUMI_CONFIG_PASSPHRASE: "quickstart",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    NCLOUD_API_GW: emulator.url,
    NCLOUD_ACCESS_KEY: emulator.accessKey,
    NCLOUD_SECRET_KEY: emulator.secretKey,
  };
}

function print(text: string): void {
  process.stdout.write(text);
}
