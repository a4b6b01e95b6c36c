import { element } from "./element.js";
import { formatMoment } from "./format.js";
import { signatureProblem } from "./signature-problem.js";
/** @import { RequestEntry } from "../../service.ts" */

/**
 * @typedef {object} RequestItem
 * @property {RequestEntry} entry
 * @property {number} now the emulator's clock
 */

/**
 * One request, with the verdict on its signature; a refused one unfolds.
 *
 * @param {RequestItem} item
 */
export function requestRow({ entry }) {
  const { id, time, method, path, operation, status, signature, fault } = entry;
  const moment = element("time", { datetime: time });
  const line = [
    element(
      "span",
      { class: "verdict", "data-verdict": signature === "ok" ? "ok" : "refused" },
      signature === "ok" ? "signed" : "refused",
    ),
    element(
      "span",
      { class: "code", "data-good": String(status !== null && status < 400) },
      status === null ? "none" : String(status),
    ),
    ...(operation === null ? [] : [element("span", { class: "operation" }, operation)]),
    moment,
    element("span", { class: "path" }, `${method} ${path}`),
    ...(fault === undefined ? [] : [element("span", { class: "fault" }, `fault: ${fault}`)]),
  ];
  return {
    element: element(
      "li",
      { class: "request", "data-id": id },
      ...(signature === "ok"
        ? [element("div", { class: "line" }, ...line)]
        : [element("details", {}, element("summary", { class: "line" }, ...line), signatureProblem(signature))]),
    ),
    /** @param {RequestItem} item */
    update: ({ now }) => {
      moment.textContent = formatMoment(Date.parse(time), now);
    },
  };
}
