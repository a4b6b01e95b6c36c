import { drawTasks } from "../draw-tasks.ts";
import { type PipelineGraph, starterText } from "./pipeline-graph.ts";

/** Pipelines for a terminal: what starts each, a tree of its tasks, and which pipelines it starts. */
export function formatText({ pipelines, starters, edges }: PipelineGraph): string {
  if (pipelines.length === 0) return "There are no pipelines.";
  const names = new Map(pipelines.map(({ id, name }) => [id, name]));
  return pipelines
    .map(({ id, name, tasks }) => {
      const before = [
        ...starters.filter(({ to }) => to === id).map(starterText),
        ...edges.filter(({ to }) => to === id).map(({ from }) => `after pipeline ${names.get(from) ?? from}`),
      ];
      const next = edges.filter(({ from }) => from === id).map(({ to }) => names.get(to) ?? to);
      return [
        `${name} (id ${id})`,
        ...before.map((text) => `  starts: ${text}`),
        ...drawTasks(tasks).map((line) => `  ${line}`),
        ...(next.length === 0 ? [] : [`  then: ${next.join(", ")}`]),
      ].join("\n");
    })
    .join("\n\n");
}
