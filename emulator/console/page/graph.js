import { drawn } from "./element.js";
import { curve, edgeLine, geometryOf, into, node, outOf } from "./graph-geometry.js";
import { layersOf } from "./graph-layout.js";
import { taskNode, triggerNode } from "./graph-nodes.js";
import { triggersOf } from "./triggers.js";
/** @import { PipelineView, RunView } from "../console-view.ts" */
/** @import { Point } from "./graph-geometry.js" */

/** A drawing that is wider than its card shrinks to this part; beyond that it scrolls. */
const smallest = 0.85;

/**
 * Draws what starts a pipeline and the graph of its tasks, in layers from left to right.
 *
 * @param {PipelineView} pipeline
 * @param {ReadonlyMap<number, string>} names of the pipelines that are shown
 */
export function drawGraph(pipeline, names) {
  const triggers = triggersOf(pipeline, names);
  const layers = layersOf(pipeline.tasks);
  const first = triggers.length > 0 ? 1 : 0;
  const { width, height, pointAt } = geometryOf([triggers, ...layers].slice(1 - first).map(({ length }) => length));
  /** @type {(layer: number, row: number) => Point} */
  const taskPoint = (layer, row) => pointAt(layer + first, row);

  const links = pipeline.tasks.flatMap(({ name, linkedTasks }) =>
    linkedTasks.flatMap((link) => edgeLine(link, name, layers, taskPoint) ?? []),
  );
  const starts = startLines(
    triggers.map((_, row) => outOf(pointAt(0, row))),
    (layers[0] ?? []).map((_, row) => into(taskPoint(0, row))),
    { x: node.width + node.gapX / 2, y: height / 2 },
  );
  const tasks = layers.flatMap((layer, index) =>
    layer.flatMap(({ task }, row) => (task === undefined ? [] : [taskNode(task, taskPoint(index, row))])),
  );

  const element = drawn(
    "svg",
    {
      class: "graph",
      width: width + 2,
      viewBox: `-1 -1 ${width + 2} ${height + 2}`,
      role: "group",
      "aria-label": `Tasks of ${pipeline.name}`,
    },
    ...starts.map((d) => drawn("path", { class: "edge trigger", d })),
    ...links.map((d) => drawn("path", { class: "edge", d })),
    ...triggers.map((trigger, row) => triggerNode(trigger, pointAt(0, row))),
    ...tasks.map((task) => task.element),
  );
  element.style.minWidth = `${Math.round(width * smallest)}px`;
  return {
    element,
    /** @param {RunView | undefined} run whose statuses are shown */
    showRun: (run) => {
      const statuses = new Map(run?.tasks.map(({ name, status }) => [name, status]));
      for (const task of tasks) task.showStatus(statuses.get(task.name) ?? "none");
    },
  };
}

/**
 * Lines from all triggers to all tasks that start first, through one point: each of the ones starts each of the others.
 *
 * @param {readonly Point[]} from
 * @param {readonly Point[]} to
 * @param {Point} joint
 */
const startLines = (from, to, joint) =>
  from.length === 0 ? [] : [...from.map((point) => curve(point, joint)), ...to.map((point) => curve(joint, point))];
