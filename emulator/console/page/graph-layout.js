/** @import { TaskView } from "../console-view.ts" */

/**
 * A slot in a layer: of a task, or of an edge that passes from a task to a layer further on.
 *
 * @typedef {object} Slot
 * @property {string} name of the task; of the task that the edge comes from
 * @property {TaskView} [task] missing where an edge passes
 */

/**
 * The layers of a task graph: each task stands behind the last of those it waits for. Tasks that wait for each other or
 * for one that is not there stand where the search gives up.
 *
 * @param {readonly TaskView[]} tasks
 * @returns {Slot[][]}
 */
export function layersOf(tasks) {
  const byName = new Map(tasks.map((task) => [task.name, task]));
  /** @type {Map<string, number>} */
  const depths = new Map();
  for (const task of tasks) depthOf(task, byName, depths, new Set());

  const count = Math.max(0, ...depths.values()) + 1;
  const layers = Array.from({ length: count }, (_, depth) => [
    ...tasks.filter(({ name }) => depths.get(name) === depth).map((task) => ({ name: task.name, task })),
    ...tasks.filter((task) => passes(task, depth, tasks, depths)).map(({ name }) => ({ name })),
  ]);
  /** @type {Slot[][]} */
  const ordered = [];
  for (const layer of layers) ordered.push(untangle(layer, ordered.at(-1) ?? []));
  return ordered;
}

/**
 * @param {TaskView} task
 * @param {ReadonlyMap<string, TaskView>} byName
 * @param {Map<string, number>} depths found so far
 * @param {Set<string>} path of names that led here
 * @returns {number}
 */
function depthOf(task, byName, depths, path) {
  const found = depths.get(task.name);
  if (found !== undefined) return found;
  if (path.has(task.name)) return 0;
  path.add(task.name);
  const before = task.linkedTasks.flatMap((name) => byName.get(name) ?? []);
  const depth = before.reduce((deepest, other) => Math.max(deepest, depthOf(other, byName, depths, path) + 1), 0);
  path.delete(task.name);
  depths.set(task.name, depth);
  return depth;
}

/**
 * Whether an edge from the task passes a layer.
 *
 * @param {TaskView} task
 * @param {number} depth of the layer
 * @param {readonly TaskView[]} tasks
 * @param {ReadonlyMap<string, number>} depths
 */
const passes = ({ name }, depth, tasks, depths) =>
  (depths.get(name) ?? 0) < depth &&
  tasks.some((other) => other.linkedTasks.includes(name) && (depths.get(other.name) ?? 0) > depth);

/**
 * Orders a layer by where its edges come from, so that few of them cross.
 *
 * @param {readonly Slot[]} layer
 * @param {readonly Slot[]} before
 */
function untangle(layer, before) {
  const rows = new Map(before.map(({ name }, row) => [name, row]));
  /** @param {Slot} slot */
  const middle = ({ name, task }) => {
    const linked = (task?.linkedTasks ?? [name]).flatMap((link) => rows.get(link) ?? []);
    return linked.length === 0 ? Infinity : linked.reduce((sum, row) => sum + row, 0) / linked.length;
  };
  return layer
    .map((slot) => ({ slot, position: middle(slot) }))
    .sort((left, right) => (left.position === right.position ? 0 : left.position - right.position))
    .map(({ slot }) => slot);
}
