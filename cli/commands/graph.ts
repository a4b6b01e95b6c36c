import type { Command } from "commander";
import { createZoneOffsets } from "../../provider/core/validation/schedule/zone-offsets.ts";
import { type AccountFlags, locationOptions, projectOf, settingsOf } from "../account/account-options.ts";
import { connectAccount } from "../account/connect-account.ts";
import { formatDot } from "../graph/format-dot.ts";
import { formatMarkdown, nextPipelineRuns } from "../graph/format-markdown.ts";
import { formatMermaid } from "../graph/format-mermaid.ts";
import { formatText } from "../graph/format-text.ts";
import { type PipelineGraph, pipelineGraph } from "../graph/pipeline-graph.ts";
import { readAccount, readStack } from "../graph/read-graph.ts";
import { formatOption, printReport, type ReportFormats } from "../output/report-formats.ts";

const formats: ReportFormats<PipelineGraph> = {
  text: { print: formatText },
  mermaid: { print: formatMermaid },
  dot: { print: formatDot },
  markdown: { print: (graph) => formatMarkdown(graph, nextPipelineRuns(graph, localTime())) },
};

/** `sourcepipeline graph`: draws tasks, triggers and which pipeline starts which. */
export function graphCommand(command: Command): Command {
  return formatOption(locationOptions(command).argument("[names...]", "pipelines to draw; all unless given"), formats)
    .option("--stack [name]", "draw what the state of a stack holds, without asking the service")
    .action(run);
}

interface Flags extends AccountFlags {
  format: string;
}

async function run(names: readonly string[], { format, stack, ...location }: Flags): Promise<void> {
  const sources =
    stack === undefined
      ? await readAccount(connectAccount(settingsOf(location), "nowhere"), names)
      : await readStack(projectOf(stack), names);
  printReport(pipelineGraph(sources), formats, { format });
}

const localTime = () => ({
  now: Date.now(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  offsets: createZoneOffsets(),
});
