import { drawingParts, type PipelineRuns, runLines, runsTitle } from "../graph/format-markdown.ts";
import { type PipelineGraph, pipelineGraph } from "../graph/pipeline-graph.ts";
import { bounded, code, fenced, table } from "../output/markdown.ts";
import { counted } from "../output/text.ts";
import { changeKinds, type PreviewedPipeline, type StackPreview } from "./read-events.ts";

export interface PreviewFormat {
  /** The most characters; Infinity for all of it. */
  readonly limit: number;
  /** Address of all of it, for when this is shortened. */
  readonly link?: string | undefined;
  /** The next runs of the pipelines of a graph. */
  readonly runsOf: (graph: PipelineGraph) => readonly PipelineRuns[];
}

/**
 * Previews as Markdown for the comment on a pull request: how much changes, then of each stack what the engine prints, the
 * changed pipelines drawn, and their next runs. Never longer than its limit.
 */
export function formatPreview(previews: readonly StackPreview[], format: PreviewFormat): string {
  const title = `### Preview\n\n${summary(previews)}`;
  const changed = previews.filter(({ failed, pipelines, otherChanges }) => failed || changes(pipelines, otherChanges));
  const room = (format.limit - title.length) / Math.max(1, changed.length) - 2;
  return [title, ...changed.map((preview) => stackPart(preview, room, format))].join("\n\n");
}

const changes = (pipelines: readonly PreviewedPipeline[], otherChanges: number): boolean =>
  otherChanges > 0 || pipelines.some(({ change }) => change !== "same");

/** The column of each kind of change. */
const heads: Readonly<Record<(typeof changeKinds)[number], string>> = {
  create: "to create",
  update: "to update",
  replace: "to replace",
  delete: "to delete",
  same: "unchanged",
};

function summary(previews: readonly StackPreview[]): string {
  const rows = previews.map(({ stack, failed, pipelines, otherChanges }) => {
    const counts = changeKinds.map((kind) => pipelines.filter(({ change }) => change === kind).length);
    return [code(stack), ...(failed ? changeKinds.map(() => "failed") : counts.map(String)), String(otherChanges)];
  });
  return table(["stack", ...changeKinds.map((kind) => heads[kind]), "other resources to change"], rows);
}

/** At most this part of a stack's room is the engine's text, so that drawings find room, too. */
const textShare = 0.6;

function stackPart({ stack, failed, text, pipelines }: StackPreview, room: number, format: PreviewFormat): string {
  const rest = shortened(format.link);
  const title = `### ${failed ? "The preview failed:" : "Changes of"} ${code(stack)}`;
  const engine = textPart(text, Math.floor(room * textShare) - title.length, rest);
  const graph = pipelineGraph(
    pipelines.filter(isDrawn).map((pipeline, index) => ({ ...pipeline, id: idOf(pipeline, index) })),
  );
  const runs = runLines(format.runsOf(graph));
  const more = failed ? [] : [...drawingParts(graph), ...(runs.length === 0 ? [] : [runsTitle, ...runs])];
  const left = room - title.length - engine.length - 4;
  const sentence = (missing: number): string =>
    `${counted(missing, "part")} left out, of drawings and next runs. ${rest}`;
  const parts = bounded(joinRuns(more), left, sentence);
  return [title, engine, ...(parts === "" ? [] : [parts])].join("\n\n");
}

/** What is deleted is only listed by the engine. */
const isDrawn = ({ change }: PreviewedPipeline): boolean => change !== "same" && change !== "delete";

const idOf = ({ id }: PreviewedPipeline, index: number): string => id ?? `new${index}`;

const shortened = (link: string | undefined): string =>
  link === undefined ? 'Shortened: "--full <file>" writes all of it.' : `Shortened: all of it is in ${link}`;

/** The engine's text, cut after a line. */
function textPart(text: string, room: number, rest: string): string {
  const whole = fenced(text);
  if (whole.length <= room) return whole;
  const lines = text.split("\n");
  const fences = whole.length - text.length;
  const sentence = (missing: number): string => `${counted(missing, "line")} left out. ${rest}`;
  let left = room - fences - sentence(lines.length).length - 2;
  const taken = lines.slice(
    0,
    lines.findIndex((line) => (left -= line.length + 1) < 0),
  );
  return `${fenced(taken.join("\n"))}\n\n${sentence(lines.length - taken.length)}`;
}

/** The title and the lines of the runs belong together. */
function joinRuns(parts: readonly string[]): string[] {
  const start = parts.indexOf(runsTitle);
  return start < 0 ? [...parts] : [...parts.slice(0, start), `${runsTitle}\n\n${parts.slice(start + 1).join("\n")}`];
}
