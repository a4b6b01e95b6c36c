import { code } from "../markdown.ts";
import { formatMermaid } from "./format-mermaid.ts";
import type { PipelineRuns } from "./next-pipeline-runs.ts";
import type { PipelineGraph } from "./pipeline-graph.ts";

/** The drawing and the next runs, for a comment on a pull request. */
export function formatMarkdown(graph: PipelineGraph, runs: readonly PipelineRuns[]): string {
  if (graph.pipelines.length === 0) return "### Pipelines\n\nThere are none.";
  const drawing = `### Pipelines\n\n\`\`\`mermaid\n${formatMermaid(graph)}\n\`\`\``;
  if (runs.length === 0) return drawing;
  const lines = runs.map(({ name, text }) => `- ${code(name)}: ${text}`);
  return `${drawing}\n\n### Next runs by schedule\n\n${lines.join("\n")}`;
}
