import { type Command, Option } from "commander";
import { createZoneOffsets } from "../../provider/core/validation/schedule/zone-offsets.ts";
import { connectAccount } from "../account/connect-account.ts";
import { type PlaceFlags, placeOptions, settingsOf } from "../account/place-options.ts";
import { formatDot } from "../graph/format-dot.ts";
import { formatMarkdown } from "../graph/format-markdown.ts";
import { formatMermaid } from "../graph/format-mermaid.ts";
import { formatText } from "../graph/format-text.ts";
import { nextPipelineRuns } from "../graph/next-pipeline-runs.ts";
import { type PipelineGraph, pipelineGraph } from "../graph/pipeline-graph.ts";
import { readAccount, readStack } from "../graph/read-graph.ts";

/** How each form is made. */
const formats: Readonly<Record<string, (graph: PipelineGraph) => string>> = {
  text: formatText,
  mermaid: formatMermaid,
  dot: formatDot,
  markdown: (graph) => formatMarkdown(graph, nextPipelineRuns(graph, surroundings())),
};

/** `sourcepipeline graph`: draws tasks, triggers and the ways from pipeline to pipeline. */
export function graphCommand(command: Command): Command {
  return placeOptions(command)
    .argument("[names...]", "pipelines to draw; all unless given")
    .addOption(new Option("--format <form>", "what to print").choices(Object.keys(formats)).default("text"))
    .option("--stack [name]", "draw what the state of a stack holds, without asking the service")
    .action(run);
}

interface Flags extends PlaceFlags {
  format: string;
  stack?: string | true;
}

async function run(names: readonly string[], { format, stack, ...place }: Flags): Promise<void> {
  const sources =
    stack === undefined
      ? await readAccount(connectAccount(settingsOf(place)), names)
      : await readStack({ cwd: process.cwd(), stack: stack === true ? undefined : stack }, names);
  const text = formats[format]?.(pipelineGraph(sources));
  process.stdout.write(`${text ?? ""}\n`);
}

const surroundings = () => ({
  now: Date.now(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  offsets: createZoneOffsets(),
});
