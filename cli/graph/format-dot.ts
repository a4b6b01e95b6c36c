import { type DrawnPipeline, linksOf, type PipelineGraph, starterText } from "./pipeline-graph.ts";

/** Pipelines in the language of Graphviz: a cluster for each. */
export function formatDot({ pipelines, starters, edges }: PipelineGraph): string {
  // Graphviz draws edges between nodes only: those of clusters begin and end at a first task, clipped at the box.
  const first = new Map(pipelines.map(({ id, tasks }) => [id, taskNode(id, tasks[0]?.name ?? "")]));
  const lines = [
    "digraph pipelines {",
    "  rankdir=LR; compound=true; node [shape=box];",
    ...pipelines.flatMap(pipelineLines),
    ...starters.flatMap((starter, index) => [
      `  s${index} [shape=oval, label=${quoted(starterText(starter))}];`,
      `  s${index} -> ${first.get(starter.to) ?? ""} [lhead=cluster_${starter.to}];`,
    ]),
    ...edges.map(
      ({ from, to }) =>
        `  ${first.get(from) ?? ""} -> ${first.get(to) ?? ""} [ltail=cluster_${from}, lhead=cluster_${to}];`,
    ),
    "}",
  ];
  return lines.join("\n");
}

const pipelineLines = ({ id, name, tasks }: DrawnPipeline): string[] => [
  `  subgraph cluster_${id} {`,
  `    label=${quoted(name)};`,
  ...tasks.map((task) => `    ${taskNode(id, task.name)} [label=${quoted(`${task.name}\n${task.type}`)}];`),
  ...linksOf(tasks).map(([from, to]) => `    ${taskNode(id, from)} -> ${taskNode(id, to)};`),
  "  }",
];

const taskNode = (id: string, task: string): string => quoted(`${id}/${task}`);

const quoted = (text: string): string =>
  `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
