import { attempt, callAdmin } from "./admin.js";
import { element } from "./element.js";
import { formatDuration, formatMoment } from "./format.js";
import { statusMark, statusWords } from "./status-mark.js";
/** @import { RunView } from "../console-view.ts" */

/**
 * What a row shows of a run.
 *
 * @typedef {object} RunItem
 * @property {RunView} run
 * @property {number} now the emulator's clock
 * @property {boolean} isShown whether the graph shows this run
 */

/** @type {Readonly<Record<string, string>>} */
const causes = { console: "by hand", emulator: "API", sourcecommit: "push", schedule: "schedule" };

/**
 * Who or what started a run. A key that is not the emulator's own is named.
 *
 * @param {Pick<RunView, "requestId" | "after">} run
 */
const causeOf = ({ requestId, after }) =>
  requestId === "sourcepipeline"
    ? ["pipeline", after].filter(Boolean).join(" ")
    : (causes[requestId] ?? `API, ${requestId}`);

/**
 * One run of a pipeline.
 *
 * @param {RunItem} item
 * @param {(id: number) => void} show shows the run in the graph
 */
export function runRow({ run }, show) {
  const { id, begin, requestType, requestId } = run;
  const { element: sign, mark } = statusMark();
  const choose = element("button", { type: "button", class: "link", click: () => show(id) }, `#${id}`);
  const status = element("span", { class: "status" });
  const moment = element("time", { datetime: new Date(begin).toISOString() });
  const duration = element("span", { class: "duration" });
  const cancel = element(
    "button",
    { type: "button", class: "small", "aria-label": `Cancel run ${id}`, click: () => cancelRun(id) },
    "Cancel",
  );
  const row = element(
    "li",
    { class: "run" },
    sign,
    choose,
    status,
    element("span", { class: "cause", title: `${requestType}, ${requestId}` }, causeOf(run)),
    moment,
    duration,
    cancel,
  );

  return {
    element: row,
    /** @param {RunItem} item */
    update: ({ run, now, isShown }) => {
      row.dataset["status"] = run.status;
      mark(run.status);
      choose.setAttribute("aria-pressed", String(isShown));
      choose.setAttribute("aria-label", `Show run ${id} in the graph`);
      status.textContent = statusWords[run.status] ?? run.status;
      moment.textContent = formatMoment(begin, now);
      duration.textContent = formatDuration((run.end ?? now) - begin);
      cancel.hidden = run.end !== null;
    },
  };
}

/** @param {number} id */
const cancelRun = (id) =>
  attempt(async () => {
    await callAdmin("POST", `/runs/${id}/cancel`);
    return `Run ${id} is canceled.`;
  });
