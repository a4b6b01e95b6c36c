import { counted } from "../counted.ts";
import { describeChange } from "./describe-change.ts";
import { describePendingCreate } from "./describe-pending-create.ts";
import type { Change, DriftedPipeline, DriftReport, PendingCreate } from "./drift-report.ts";

/** A report of drift as text for a terminal, without a line break at its end. */
export function formatText(report: DriftReport): string {
  const { pipelines, pendingCreates, unmanaged = [], otherResources, notes } = report;
  const lines = [
    headline(report),
    ...pipelines.flatMap((pipeline) => ["", ...pipelineLines(pipeline)]),
    ...(pendingCreates.length === 0 ? [] : ["", `${pendingTitle}:`]),
    ...pendingCreates.map((pending) => `! ${pendingLabel(pending)}: ${describePendingCreate(pending)}`),
    ...(unmanaged.length === 0 ? [] : ["", "In the account, but in no stack:"]),
    ...unmanaged.map(({ name, id }) => `? ${name} (id ${id})`),
    ...(pipelines.length === 0 ? [] : ["", ways]),
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

const ways = `"pulumi up --refresh" takes it back; "sourcepipeline drift --accept" writes it into the program's data.`;

function pipelineLines({ name, id, kind, replacedBy, changes }: DriftedPipeline): string[] {
  const successor = replacedBy === undefined ? "" : `: id ${replacedBy}`;
  return [`${signs[kind]} ${name} (id ${id}) ${kindTexts[kind]}${successor}`, ...changes.map(changeLine)];
}

function changeLine(change: Change): string {
  const { what, before, after } = describeChange(change);
  const values = [before && `- ${before}`, after && `+ ${after}`].filter((text) => text !== "");
  return `    ${what}\n${values.map((text) => `      ${text}`).join("\n")}`;
}
