import { attempt, callAdmin } from "./admin.js";
import { byId, element } from "./element.js";
import { formatMoment } from "./format.js";
import { keyedList } from "./keyed-list.js";
import { countWords } from "./pipeline-list.js";
import { signatureProblem } from "./signature-problem.js";
/** @import { ConsoleView } from "../console-view.ts" */
/** @import { RequestEntry } from "../../service.ts" */

/** The last requests, the newest first. */
export function requestList() {
  const show = keyedList(
    byId("request-list", HTMLElement),
    (/** @type {RequestItem} */ { entry }) => entry.id,
    requestRow,
  );
  const clear = byId("clear-requests", HTMLButtonElement);
  clear.addEventListener("click", () => attempt(clearAll));

  return {
    /**
     * @param {ConsoleView} view
     * @param {number} now the emulator's clock
     */
    update: ({ requests, totals }, now) => {
      show([...requests].reverse().map((entry) => ({ entry, now })));
      byId("request-count", HTMLElement).textContent = countWords(requests.length, totals.requests);
      byId("no-requests", HTMLElement).hidden = requests.length > 0;
      clear.hidden = requests.length === 0;
    },
  };
}

async function clearAll() {
  await callAdmin("DELETE", "/requests");
  return "The list of requests is empty.";
}

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
function requestRow({ entry }) {
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
