import { drawn } from "./element.js";
import { shorten } from "./format.js";
import { node } from "./graph-geometry.js";
import { statusMark, statusWords } from "./status-mark.js";
/** @import { TaskView } from "../console-view.ts" */
/** @import { Point } from "./graph-geometry.js" */
/** @import { TriggerView } from "./triggers.js" */

/** Characters that fit into a node. */
const room = { title: 18, detail: 24 };

/** How a task of each type is described, in full and in the little room of a node. */
const types = {
  SourceBuild: { words: "builds", sign: "" },
  SourceDeploy: { words: "deploys", sign: "→ " },
};

/**
 * A task in a drawing; `showStatus` shows how far it is.
 *
 * @param {TaskView} task
 * @param {Point} point
 */
export function taskNode({ name, type, target }, { x, y }) {
  const tip = drawn("title");
  const { element: sign, mark } = statusMark({ x: node.width - 20, y: 8 });
  const { words: verb, sign: arrow } = types[type];
  const element = drawn(
    "g",
    { class: "task", transform: `translate(${x} ${y})`, role: "img" },
    tip,
    ...box(name, arrow + target, 8),
    sign,
  );
  return {
    name,
    element,
    /** @param {string} status */
    showStatus: (status) => {
      if (element.getAttribute("data-status") === status) return;
      const words = [name, `${verb} ${target}`, statusWords[status]].filter((part) => part !== undefined).join(", ");
      element.setAttribute("data-status", status);
      element.setAttribute("aria-label", words);
      tip.textContent = words;
      mark(status);
    },
  };
}

/**
 * What starts a pipeline, in a drawing; another pipeline is a link to its card.
 *
 * @param {TriggerView} trigger
 * @param {Point} point
 */
export function triggerNode({ kind, title, detail, pipeline }, { x, y }) {
  const words = `${title}, ${detail}`;
  const shape = drawn(
    "g",
    { class: `trigger ${kind}`, transform: `translate(${x} ${y})`, role: "img", "aria-label": words },
    drawn("title", {}, words),
    ...box(title, detail, node.height / 2),
  );
  return pipeline === undefined ? shape : drawn("a", { href: `#pipeline-${pipeline}` }, shape);
}

/**
 * @param {string} title
 * @param {string} detail
 * @param {number} radius
 */
const box = (title, detail, radius) => [
  drawn("rect", { width: node.width, height: node.height, rx: radius }),
  drawn("text", { class: "title", x: 13, y: 19 }, shorten(title, room.title)),
  drawn("text", { class: "detail", x: 13, y: 35 }, shorten(detail, room.detail)),
];
