import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environmentOf, type Project } from "../pulumi/run-pulumi.ts";
import { readEvents, type StackPreview } from "./read-events.ts";

/** What is printed for people; the same without colours and links, in every terminal. */
const words = ["preview", "--refresh", "--diff", "--suppress-permalink=true", "--color", "never", "--non-interactive"];

/** Lets the engine preview an update of a stack, once, for its text and for its steps. */
export async function previewStack({ cwd, stack }: Project & { stack: string }): Promise<StackPreview> {
  const folder = await mkdtemp(join(tmpdir(), "sourcepipeline-preview-"));
  try {
    const log = join(folder, "events");
    const { failed, text } = await run([...words, "--stack", stack, "--event-log", log], cwd);
    return { stack, failed, text, ...readEvents(await readFile(log, "utf8").catch(() => "")) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Pulumi's Automation API reads events like this, too; the flag is there when the variable is set. */
const variables = { PULUMI_DEBUG_COMMANDS: "true" };

function run(parameters: readonly string[], cwd: string): Promise<Pick<StackPreview, "failed" | "text">> {
  return new Promise((resolve, reject) => {
    const options = { cwd, env: { ...environmentOf(process.env), ...variables }, maxBuffer: Number.POSITIVE_INFINITY };
    execFile("pulumi", parameters, options, (error, stdout, stderr) => {
      if (error?.code === "ENOENT")
        reject(new Error("There is no pulumi on PATH (https://www.pulumi.com/docs/install/)."));
      else resolve({ failed: error !== null, text: `${stdout}${stderr}`.trim() });
    });
  });
}
