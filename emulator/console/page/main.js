import { attempt, callAdmin } from "./admin.js";
import { clockPanel } from "./clock-panel.js";
import { connect, viewAfter } from "./connection.js";
import { byId } from "./element.js";
import { executionList } from "./execution-list.js";
import { faultPanel } from "./fault-panel.js";
import { pipelineList } from "./pipeline-list.js";
import { pushForm } from "./push-form.js";
import { repositoryList } from "./repository-list.js";
import { requestList } from "./request-list.js";
/** @import { ConsoleView } from "../console-view.ts" */

/** Milliseconds between two looks at the clock. */
const tick = 250;

const clock = clockPanel();
const pipelines = pipelineList();
const requests = requestList();
const faults = faultPanel();
const push = pushForm();
const repositories = repositoryList();
const executions = executionList();

/** @type {ConsoleView | undefined} */
let view;
let isDrawing = false;

function draw() {
  isDrawing = false;
  if (view === undefined) return;
  clock.update(view.clock);
  clock.tick();
  pipelines.update(view, clock.now());
  requests.update(view, clock.now());
  faults.update(view.faults, view.operations);
  push.update(view.repositories);
  repositories.update(view.repositories);
  executions.update(view.executions, clock.now());
}

/** Many events at once are drawn together. */
function drawSoon() {
  if (isDrawing) return;
  isDrawing = true;
  requestAnimationFrame(draw);
}

const connectionWords = { connecting: "connecting", live: "live", lost: "not connected, trying again" };

connect(
  (event) => {
    view = viewAfter(view, event);
    drawSoon();
  },
  (state) => {
    const connection = byId("connection", HTMLElement);
    if (connection.dataset["state"] === state && state !== "connecting") return;
    connection.dataset["state"] = state;
    connection.textContent = connectionWords[state];
  },
);
setInterval(drawSoon, tick);

const dialog = byId("reset-dialog", HTMLDialogElement);
byId("reset", HTMLButtonElement).addEventListener("click", () => {
  dialog.returnValue = "";
  dialog.showModal();
});
dialog.addEventListener("close", () => {
  if (dialog.returnValue === "reset") void attempt(reset);
});

async function reset() {
  await callAdmin("POST", "/reset");
  return "Everything is as it was at the start.";
}
