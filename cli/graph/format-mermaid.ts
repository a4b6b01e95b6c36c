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

/** A graph in drawings that GitHub shows. */
export interface SplitGraph {
  readonly drawings: readonly PipelineGraph[];
  /** Names of the pipelines that start one another and are too many for one drawing. */
  readonly undrawn: readonly string[];
}

/** GitHub shows no Mermaid drawing of more than 500 edges or 50,000 characters; a little is left for its own count. */
const limits = { edges: 480, characters: 48_000 };

/** Splits a graph into drawings that GitHub shows; pipelines that start one another stay in the same one. */
export function splitGraph(graph: PipelineGraph): SplitGraph {
  const drawings: { graph: PipelineGraph; size: Size }[] = [];
  const undrawn: string[] = [];
  for (const component of componentsOf(graph)) {
    const size = sizeOf(component);
    const last = drawings.at(-1);
    if (last && isDrawable(sum(last.size, size))) {
      drawings[drawings.length - 1] = { graph: join(last.graph, component), size: sum(last.size, size) };
    } else if (isDrawable(size)) drawings.push({ graph: component, size });
    else undrawn.push(...component.pipelines.map(({ name }) => name));
  }
  return { drawings: drawings.map((drawing) => drawing.graph), undrawn };
}

interface Size {
  readonly edges: number;
  readonly characters: number;
}

const isDrawable = ({ edges, characters }: Size): boolean => edges <= limits.edges && characters <= limits.characters;

/** At least what the drawing of both together takes, but for the digits of a few more numbers. */
const sum = (one: Size, other: Size): Size => ({
  edges: one.edges + other.edges,
  characters: one.characters + other.characters,
});

function sizeOf(graph: PipelineGraph): Size {
  const { pipelines, starters, edges } = graph;
  const links = pipelines.reduce((count, { tasks }) => count + linksOf(tasks).length, 0);
  return { edges: starters.length + edges.length + links, characters: formatMermaid(graph).length };
}

const join = (one: PipelineGraph, other: PipelineGraph): PipelineGraph => ({
  pipelines: [...one.pipelines, ...other.pipelines],
  starters: [...one.starters, ...other.starters],
  edges: [...one.edges, ...other.edges],
});

/** The connected components of the pipelines, each with all that concerns it, in the order of their first pipelines. */
function componentsOf({ pipelines, starters, edges }: PipelineGraph): PipelineGraph[] {
  const neighbours = new Map(pipelines.map(({ id }) => [id, new Set<string>()]));
  for (const { from, to } of edges) {
    neighbours.get(from)?.add(to);
    neighbours.get(to)?.add(from);
  }
  const componentOf = new Map<string, string>();
  for (const { id } of pipelines) {
    const open = componentOf.has(id) ? [] : [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (componentOf.has(next)) continue;
      componentOf.set(next, id);
      open.push(...(neighbours.get(next) ?? []));
    }
  }
  const members = Map.groupBy(pipelines, ({ id }) => componentOf.get(id));
  const startersOf = Map.groupBy(starters, ({ to }) => componentOf.get(to));
  const edgesIn = Map.groupBy(edges, ({ to }) => componentOf.get(to));
  return [...members].map(([first, own]) => ({
    pipelines: own,
    starters: startersOf.get(first) ?? [],
    edges: edgesIn.get(first) ?? [],
  }));
}
