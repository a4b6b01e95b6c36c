import { commandLine } from "../../provider/core/command-line.ts";
import type { ZoneOffsets } from "../../provider/core/validation/schedule/zone-offsets.ts";
import { formatRuns } from "../../provider/services/sourcepipeline/pipeline/schedule/format-runs.ts";
import { nextRuns } from "../../provider/services/sourcepipeline/pipeline/schedule/next-runs.ts";
import { code, fenced } from "../output/markdown.ts";
import { counted } from "../output/text.ts";
import { formatMermaid, splitGraph } from "./format-mermaid.ts";
import type { PipelineGraph } from "./pipeline-graph.ts";

/** The drawings and the next runs. Each drawing is one that GitHub shows; the whole may be longer than a comment. */
export function formatMarkdown(graph: PipelineGraph, runs: readonly PipelineRuns[]): string {
  const drawings = drawingParts(graph);
  if (drawings.length === 0) return "### Pipelines\n\nThere are none.";
  const parts = ["### Pipelines", ...drawings];
  return [...parts, ...(runs.length === 0 ? [] : [runsTitle, runLines(runs).join("\n")])].join("\n\n");
}

/** The drawings of a graph, and a sentence about what cannot be drawn. */
export function drawingParts(graph: PipelineGraph): string[] {
  const { drawings, undrawn } = splitGraph(graph);
  const parts = drawings.map((drawing) => fenced(formatMermaid(drawing), "mermaid"));
  const [first = ""] = undrawn;
  const sentence = `Not drawn, because they are more than GitHub draws: ${counted(undrawn.length, "pipeline")} that start one another, ${code(first)} among them. \`${commandLine("graph --format dot")}\` draws them.`;
  return undrawn.length === 0 ? parts : [...parts, sentence];
}

export const runsTitle = "### Next runs by schedule";

/** A line for each pipeline that has schedules. */
export const runLines = (runs: readonly PipelineRuns[]): string[] =>
  runs.map(({ name, text }) => `- ${code(name)}: ${text}`);

/** When the schedules of a pipeline will start it next. */
export interface PipelineRuns {
  readonly name: string;
  readonly text: string;
}

/** How many runs of a pipeline are listed. */
const shown = 3;

/** The next runs of each pipeline that has schedules. */
export function nextPipelineRuns(
  { pipelines }: PipelineGraph,
  { now, zone, offsets }: { now: number; zone: string; offsets: ZoneOffsets },
): PipelineRuns[] {
  return pipelines.flatMap(({ name, triggers: { schedules = [] } }) => {
    const text = formatRuns(nextRuns(schedules, offsets, now, shown), zone, offsets);
    return text === "" ? [] : [{ name, text: text.replace(/^Next runs: /, "") }];
  });
}
