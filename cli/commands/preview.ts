import type { Command } from "commander";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { createZoneOffsets } from "../../provider/core/validation/schedule/zone-offsets.ts";
import { nextPipelineRuns } from "../graph/format-markdown.ts";
import type { PipelineGraph } from "../graph/pipeline-graph.ts";
import { commentLimit } from "../output/markdown.ts";
import { formatPreview } from "../preview/format-preview.ts";
import type { StackPreview } from "../preview/read-events.ts";
import { previewStack } from "../preview/run-preview.ts";

/** `sourcepipeline preview`: what an update would do, in the words of a comment; changes nothing. */
export function previewCommand(command: Command): Command {
  return command
    .requiredOption("--stack <names...>", "the stacks to preview")
    .option("--full <file>", "also write all of it to a file; what is printed fits into a comment")
    .option("--link <address>", "where a reader of the comment finds all of it, when it is shortened")
    .addHelpText("after", "\nExit code: 1 when the preview of a stack fails; what it printed is shown all the same.")
    .action(run);
}

interface Flags {
  stack: string[];
  full?: string;
  link?: string;
}

async function run({ stack: stacks, full, link }: Flags): Promise<void> {
  const previews: StackPreview[] = [];
  // One after the other: each starts a program of its own, and all ask the same service.
  for (const stack of stacks) previews.push(await previewStack({ cwd: process.cwd(), stack }));

  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  const surroundings = { now: Date.now(), zone, offsets: createZoneOffsets() };
  const runsOf = (graph: PipelineGraph) => nextPipelineRuns(graph, surroundings);
  if (full !== undefined) {
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, `${formatPreview(previews, { limit: Number.POSITIVE_INFINITY, runsOf })}\n`);
  }
  process.stdout.write(`${formatPreview(previews, { limit: commentLimit, link, runsOf })}\n`);
  if (previews.some(({ failed }) => failed)) process.exitCode = 1;
}
