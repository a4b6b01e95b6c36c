/** @import { Slot } from "./graph-layout.js" */

/** Pixels. */
export const node = { width: 164, height: 46, gapX: 30, gapY: 12 };

/** @typedef {{ x: number, y: number }} Point the upper left corner of a node */

/**
 * How large a drawing is, and where its nodes stand; short columns are centred.
 *
 * @param {readonly number[]} columns how many nodes each has
 */
export function geometryOf(columns) {
  const rows = Math.max(1, ...columns);
  return {
    width: columns.length * (node.width + node.gapX) - node.gapX,
    height: rows * (node.height + node.gapY) - node.gapY,
    /**
     * @param {number} column
     * @param {number} row
     * @returns {Point}
     */
    pointAt: (column, row) => ({
      x: column * (node.width + node.gapX),
      y: (row + (rows - (columns[column] ?? rows)) / 2) * (node.height + node.gapY),
    }),
  };
}

/**
 * The line of an edge from a task to one in a later layer, through the slots that it passes.
 *
 * @param {string} from
 * @param {string} to
 * @param {readonly Slot[][]} layers
 * @param {(layer: number, row: number) => Point} pointAt
 * @returns {string | undefined} undefined when the edge leads nowhere or back
 */
export function edgeLine(from, to, layers, pointAt) {
  const start = layers.findIndex((layer) => layer.some(({ name, task }) => task !== undefined && name === from));
  const end = layers.findIndex((layer) => layer.some(({ name, task }) => task !== undefined && name === to));
  if (start === -1 || end <= start) return undefined;
  const points = layers.slice(start, end + 1).map((layer, index) => {
    const name = start + index === end ? to : from;
    return pointAt(
      start + index,
      layer.findIndex((slot) => slot.name === name),
    );
  });
  return points
    .slice(1)
    .map((point, index) => curve(outOf(points[index] ?? point), into(point)) + across(point, index, points))
    .join("");
}

/**
 * Where edges leave a node.
 *
 * @param {Point} point
 */
export const outOf = ({ x, y }) => ({ x: x + node.width, y: y + node.height / 2 });

/**
 * Where edges arrive at a node.
 *
 * @param {Point} point
 */
export const into = ({ x, y }) => ({ x, y: y + node.height / 2 });

/**
 * @param {Point} start
 * @param {Point} end
 */
export function curve(start, end) {
  const middle = (start.x + end.x) / 2;
  return `M${start.x} ${start.y}C${middle} ${start.y} ${middle} ${end.y} ${end.x} ${end.y}`;
}

/**
 * The straight piece through a slot that the edge only passes.
 *
 * @param {Point} point
 * @param {number} index
 * @param {readonly Point[]} points
 */
const across = (point, index, points) => (index === points.length - 2 ? "" : `H${outOf(point).x}`);
