import { callAdmin } from "./admin.js";
import { byId } from "./element.js";
import { keyedList } from "./keyed-list.js";
import { attempt } from "./notice.js";
import { countWords } from "./pipeline-list.js";
import { requestRow } from "./request-row.js";
/** @import { ConsoleView } from "../console-view.ts" */
/** @import { RequestItem } from "./request-row.js" */

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
