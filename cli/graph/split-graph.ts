import { formatMermaid } from "./format-mermaid.ts";
import { linksOf, type PipelineGraph } from "./pipeline-graph.ts";

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
