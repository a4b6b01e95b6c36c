import { byId, element } from "./element.js";
import { formatDuration, formatMoment } from "./format.js";
import { keyedList } from "./keyed-list.js";
import { statusMark } from "./status-mark.js";
/** @import { ExecutionView } from "../console-view.ts" */

/**
 * What a row shows of a build or a deployment.
 *
 * @typedef {object} ExecutionItem
 * @property {ExecutionView} execution
 * @property {number} now the emulator's clock
 */

/** The last builds and deployments. */
export function executionList() {
  const show = keyedList(
    byId("execution-list", HTMLElement),
    (/** @type {ExecutionItem} */ { execution }) => execution.key,
    executionRow,
  );
  return {
    /**
     * @param {readonly ExecutionView[]} executions
     * @param {number} now the emulator's clock
     */
    update: (executions, now) => {
      show(executions.map((execution) => ({ execution, now })));
      byId("execution-count", HTMLElement).textContent = executions.length === 0 ? "" : String(executions.length);
      byId("no-executions", HTMLElement).hidden = executions.length > 0;
    },
  };
}

/** @param {ExecutionItem} item */
function executionRow({ execution: { service, target, begin } }) {
  const { element: sign, mark } = statusMark();
  const status = element("span", { class: "status" });
  const moment = element("time", { datetime: new Date(begin).toISOString() });
  const duration = element("span", { class: "duration" });
  const row = element(
    "li",
    { class: "execution" },
    sign,
    element("strong", {}, target),
    element("span", { class: "service" }, service),
    status,
    moment,
    duration,
  );
  return {
    element: row,
    /** @param {ExecutionItem} item */
    update: ({ execution, now }) => {
      row.dataset["status"] = execution.mark;
      mark(execution.mark);
      status.textContent = execution.status;
      moment.textContent = formatMoment(begin, now);
      duration.textContent = formatDuration((execution.end ?? now) - begin);
    },
  };
}
