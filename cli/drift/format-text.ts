import { commandLine } from "../../provider/core/command-line.ts";
import type {
  PipelineTrigger,
  RepositoryTrigger,
  ScheduleTrigger,
  Triggers,
} from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { describeTrigger } from "../graph/pipeline-graph.ts";
import { counted } from "../output/text.ts";
import type { Change, DriftedPipeline, DriftReport, PendingCreate } from "./drift-report.ts";
import { describePendingCreate } from "./pending-creates.ts";

/**
 * A report of drift as text for a terminal, without a line break at its end.
 *
 * @param canAccept whether the program keeps its pipelines in data files, into which drift can be written
 */
export function formatText(report: DriftReport, canAccept = false): string {
  const { pipelines, pendingCreates, unmanaged = [], otherResources, notes } = report;
  const lines = [
    headline(report),
    ...pipelines.flatMap((pipeline) => ["", ...pipelineLines(pipeline)]),
    ...(pendingCreates.length === 0 ? [] : ["", `${pendingTitle}:`]),
    ...pendingCreates.map((pending) => `! ${pendingLabel(pending)}: ${describePendingCreate(pending)}`),
    ...(unmanaged.length === 0 ? [] : ["", "In the account, but in no stack:"]),
    ...unmanaged.map(({ name, id }) => `? ${name} (id ${id})`),
    ...(pipelines.length === 0 ? [] : ["", nextSteps(canAccept)]),
    ...(otherResources === 0 ? [] : ["", otherText(otherResources)]),
    ...notes.map((note) => `\nNote: ${note}`),
  ];
  return lines.join("\n");
}

/** The first line of a report in any form for people. */
export function headline({ stack, checked, drift, pipelines }: DriftReport): string {
  const all = counted(checked, "pipeline");
  if (!drift) return `Stack ${stack}: no drift (${all}).`;
  if (pipelines.length === 0) return `Stack ${stack}: no pipeline differs from the last update (${all}).`;
  return `Stack ${stack}: ${pipelines.length} of ${all} ${pipelines.length === 1 ? "differs" : "differ"} from the last update.`;
}

export const kindTexts: Readonly<Record<DriftedPipeline["kind"], string>> = {
  edited: "was edited",
  deleted: "was deleted",
  replaced: "was deleted, and another pipeline has its name",
  referenced: "was not edited, but a project that it refers to was",
};

export const pendingTitle = "Creates that were interrupted, whose outcome the stack does not know";

const pendingLabel = ({ name, resource }: PendingCreate): string =>
  name === resource || name === "" ? resource : `${name} (resource ${resource})`;

export const otherText = (count: number): string =>
  `${counted(count, "other resource")} of the stack would change, too: "pulumi refresh --preview-only" shows them.`;

const signs: Readonly<Record<DriftedPipeline["kind"], string>> = {
  edited: "~",
  deleted: "-",
  replaced: "±",
  referenced: "·",
};

const nextSteps = (canAccept: boolean): string =>
  `"pulumi up --refresh" takes it back${
    canAccept ? `; "${commandLine("drift --accept")}" writes it into the program's data.` : "."
  }`;

function pipelineLines({ name, id, kind, replacedBy, changes }: DriftedPipeline): string[] {
  const successor = replacedBy === undefined ? "" : `: id ${replacedBy}`;
  return [`${signs[kind]} ${name} (id ${id}) ${kindTexts[kind]}${successor}`, ...changes.map(changeLine)];
}

function changeLine(change: Change): string {
  const { what, before, after } = describeChange(change);
  const values = [before && `- ${before}`, after && `+ ${after}`].filter((text) => text !== "");
  return `    ${what}\n${values.map((text) => `      ${text}`).join("\n")}`;
}

/** A change for people: what it is about, and the old and the new value where there are any. */
export interface DescribedChange {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Puts a change into words.
 *
 * @example describeChange({ property: "description", class: "description", origin: "pipeline", after: "Shop" })
 * // { what: "description", before: "", after: "\"Shop\"" }
 */
export function describeChange(change: Change): DescribedChange {
  const from = change.origin === "project" ? " (changed in the project that the task refers to)" : "";
  return {
    what: `${change.property}${from}`,
    before: valueText(change, change.before),
    after: valueText(change, change.after),
  };
}

function valueText({ class: kind, property }: Change, value: unknown): string {
  if (value === undefined) return "";
  if (kind === "trigger" && property.startsWith("triggers."))
    return describeTrigger(property.replace("triggers.", "") as keyof Triggers, value as AnyTrigger);
  return JSON.stringify(value);
}

type AnyTrigger = RepositoryTrigger & ScheduleTrigger & PipelineTrigger;
