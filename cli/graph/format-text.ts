import { type DrawnTask, type PipelineGraph, starterText } from "./pipeline-graph.ts";

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

/**
 * Draws the tasks of a pipeline as a tree: each task hangs under the last of those that it waits for, and names the
 * others. Tasks in a cycle, which no service accepts, are left out.
 *
 * @example drawTasks([{ name: "build", type: "SourceBuild" }, { name: "deploy", type: "SourceDeploy", linkedTasks: ["build"] }])
 * // ["build (SourceBuild)", "└─ deploy (SourceDeploy)"]
 * @param labelOf what is written of a task that hangs under another one
 */
export function drawTasks(
  tasks: readonly DrawnTask[],
  labelOf: (task: DrawnTask, parent?: string) => string = label,
): string[] {
  const depths = depthsOf(tasks);
  const parents = new Map(tasks.map((task) => [task.name, lastLink(task, depths)]));
  const childrenOf = (name: string | undefined): DrawnTask[] =>
    tasks.filter((task) => depths.has(task.name) && parents.get(task.name) === name);

  return childrenOf(undefined).flatMap((root) => [labelOf(root), ...branches(root, "")]);

  function branches(parent: DrawnTask, indent: string): string[] {
    const children = childrenOf(parent.name);
    return children.flatMap((child, index) => {
      const last = index === children.length - 1;
      const below = branches(child, `${indent}${last ? "   " : "│  "}`);
      return [`${indent}${last ? "└─ " : "├─ "}${labelOf(child, parent.name)}`, ...below];
    });
  }
}

function label({ name, type, linkedTasks = [] }: DrawnTask, parent?: string): string {
  const others = linkedTasks.filter((link) => link !== parent);
  return `${name} (${type})${others.length === 0 ? "" : `, also after ${others.join(", ")}`}`;
}

/** How many tasks have to run before each; tasks in or behind a cycle have no depth. */
function depthsOf(tasks: readonly DrawnTask[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (let grown = true; grown;) {
    grown = false;
    for (const { name, linkedTasks = [] } of tasks) {
      const before = linkedTasks.map((link) => depths.get(link));
      if (depths.has(name) || before.includes(undefined)) continue;
      depths.set(name, 1 + Math.max(-1, ...before.map((depth) => depth ?? 0)));
      grown = true;
    }
  }
  return depths;
}

function lastLink({ linkedTasks = [] }: DrawnTask, depths: ReadonlyMap<string, number>): string | undefined {
  const depthOf = (name: string): number => depths.get(name) ?? 0;
  return linkedTasks.toSorted((one, other) => depthOf(other) - depthOf(one))[0];
}
