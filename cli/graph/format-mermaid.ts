import { type DrawnPipeline, linksOf, type PipelineGraph, starterText } from "./pipeline-graph.ts";

/**
 * Pipelines as a Mermaid flow chart: a box for each with its tasks in it, and around them what starts it.
 *
 * @example formatMermaid(pipelineGraph([{ id: "1", name: "base", tasks }])) // "flowchart LR\n  subgraph p1[…"
 */
export function formatMermaid({ pipelines, starters, edges }: PipelineGraph): string {
  const lines = [
    "flowchart LR",
    ...pipelines.flatMap(pipelineLines),
    ...starters.map((starter, index) => `  s${index}([${label(starterText(starter))}]) --> p${starter.to}`),
    ...edges.map(({ from, to }) => `  p${from} --> p${to}`),
  ];
  return lines.join("\n");
}

function pipelineLines({ id, name, tasks }: DrawnPipeline): string[] {
  const node = new Map(tasks.map((task, index) => [task.name, `p${id}t${index}`]));
  const links = linksOf(tasks).map(([from, to]) => `    ${node.get(from) ?? ""} --> ${node.get(to) ?? ""}`);
  return [
    `  subgraph p${id}[${label(name)}]`,
    ...tasks.map((task) => `    ${node.get(task.name) ?? ""}[${label(`${task.name} (${task.type})`)}]`),
    ...links,
    "  end",
  ];
}

/** Characters that would end the text, or mean something in it, as the codes that Mermaid has for them. */
const label = (text: string): string =>
  `"${text.replaceAll(/[^\p{L}\p{N} _.,:/()-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`)}"`;
