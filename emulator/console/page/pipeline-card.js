import { attempt, callAdmin } from "./admin.js";
import { element } from "./element.js";
import { drawGraph } from "./graph.js";
import { keyedList } from "./keyed-list.js";
import { runRow } from "./run-row.js";
/** @import { PipelineView, RunView } from "../console-view.ts" */

/**
 * What a card shows.
 *
 * @typedef {object} PipelineItem
 * @property {PipelineView} pipeline
 * @property {readonly RunView[]} runs the newest first
 * @property {ReadonlyMap<number, string>} names of all pipelines that are shown
 * @property {number} now the emulator's clock
 */

/**
 * A pipeline with its graph and its last runs.
 *
 * @param {PipelineItem} item
 */
export function pipelineCard(item) {
  let shown = item;
  /** @type {number | undefined} */
  let chosen;
  /** @type {{ text: string, graph: ReturnType<typeof drawGraph> } | undefined} */
  let drawing;

  const { id, name } = item.pipeline;
  const title = element("h3", { id: `pipeline-${id}-name` });
  const region = element("span", { class: "region" });
  const description = element("p", { class: "description" });
  const graphBox = element("div", { class: "graph-box", tabindex: 0, role: "group" });
  const runs = element("ol", { class: "runs" });
  const noRuns = element("p", { class: "empty" }, "Not run yet.");
  const run = element("button", { type: "button", class: "primary", click: () => start(shown.pipeline) }, "Run");
  const card = element(
    "article",
    { class: "card", id: `pipeline-${id}`, "aria-labelledby": title.id, tabindex: -1 },
    element("header", {}, title, element("span", { class: "id" }, `#${id}`), region, run),
    description,
    graphBox,
    runs,
    noRuns,
  );
  const showRuns = keyedList(
    runs,
    (/** @type {import("./run-row.js").RunItem} */ { run }) => run.id,
    (runItem) => runRow(runItem, choose),
  );

  /** @param {number} runId */
  function choose(runId) {
    chosen = runId;
    update(shown);
  }

  /** @param {PipelineItem} next */
  function update(next) {
    // A new run replaces the one that was looked at.
    if (next.runs[0]?.id !== shown.runs[0]?.id) chosen = undefined;
    shown = next;
    const { pipeline, now } = next;
    title.textContent = pipeline.name;
    region.textContent = pipeline.region === "KR" ? "" : pipeline.region;
    description.textContent = pipeline.description;
    description.hidden = pipeline.description === "";
    run.setAttribute("aria-label", `Run ${pipeline.name}`);
    graphBox.setAttribute("aria-label", `Graph of ${pipeline.name}`);

    const text = JSON.stringify([pipeline, pipeline.trigger.sourcepipeline.map((other) => next.names.get(other.id))]);
    if (drawing?.text !== text) {
      drawing = { text, graph: drawGraph(pipeline, next.names) };
      graphBox.replaceChildren(drawing.graph.element);
    }
    const inGraph = next.runs.find((candidate) => candidate.id === chosen) ?? next.runs[0];
    drawing.graph.showRun(inGraph);
    showRuns(next.runs.map((each) => ({ run: each, now, isShown: each === inGraph })));
    noRuns.hidden = next.runs.length > 0;
    card.dataset["status"] = next.runs[0]?.status ?? "none";
  }

  return { element: card, name, update };
}

/** @param {PipelineView} pipeline */
const start = ({ id, name }) =>
  attempt(async () => {
    const { historyId } = await callAdmin("POST", `/pipelines/${id}/run`);
    return `Run ${historyId} of ${name} has started.`;
  });
