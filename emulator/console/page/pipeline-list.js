import { byId } from "./element.js";
import { keyedList } from "./keyed-list.js";
import { pipelineCard } from "./pipeline-card.js";
/** @import { ConsoleView } from "../console-view.ts" */
/** @import { PipelineItem } from "./pipeline-card.js" */

/** The cards of all pipelines, by name. */
export function pipelineList() {
  const show = keyedList(
    byId("pipeline-list", HTMLElement),
    (/** @type {PipelineItem} */ { pipeline }) => pipeline.id,
    pipelineCard,
  );
  byId("how-to-start", HTMLElement).textContent = [
    `pulumi config set ncloud:endpoint ${location.origin}`,
    "pulumi config set ncloud:accessKey <access key>",
    "pulumi config set --secret ncloud:secretKey <secret key>",
    "pulumi up",
  ].join("\n");

  return {
    /**
     * @param {ConsoleView} view
     * @param {number} now the emulator's clock
     */
    update: ({ pipelines, runs, totals }, now) => {
      const names = new Map(pipelines.map(({ id, name }) => [id, name]));
      const runsByPipeline = Map.groupBy([...runs].reverse(), ({ projectId }) => projectId);
      const sorted = [...pipelines].sort((left, right) => left.name.localeCompare(right.name) || left.id - right.id);
      show(sorted.map((pipeline) => ({ pipeline, runs: runsByPipeline.get(pipeline.id) ?? [], names, now })));
      byId("pipeline-count", HTMLElement).textContent = countWords(pipelines.length, totals.pipelines);
      byId("no-pipelines", HTMLElement).hidden = pipelines.length > 0;
    },
  };
}

/**
 * @param {number} shown
 * @param {number} total
 */
export const countWords = (shown, total) =>
  total === 0 ? "" : shown === total ? String(total) : `the last ${shown} of ${total}`;
