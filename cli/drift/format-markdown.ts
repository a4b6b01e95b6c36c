import { commandLine } from "../../provider/core/command-line.ts";
import { bounded, code, commentLimit, table } from "../output/markdown.ts";
import type { DriftedPipeline, DriftReport, PendingCreate } from "./drift-report.ts";
import { describeChange, headline, kindTexts, otherText, pendingTitle } from "./format-text.ts";
import { describePendingCreate } from "./pending-creates.ts";

/** A report of drift as Markdown that fits into an issue or a comment, without a line break at its end. */
export function formatMarkdown(report: DriftReport): string {
  const { pipelines, pendingCreates, unmanaged = [], otherResources, notes } = report;
  const parts = [
    "### Drift",
    headline(report),
    ...pipelines.map(pipelinePart),
    ...(pendingCreates.length === 0 ? [] : [pendingPart(pendingCreates)]),
    ...(unmanaged.length === 0 ? [] : [unmanagedPart(unmanaged)]),
    ...(otherResources === 0 ? [] : [otherText(otherResources)]),
    ...notes.map((note) => `> ${code(note)}`),
  ];
  return bounded(
    parts,
    commentLimit,
    (missing) => `${missing} more parts are left out: "${commandLine("drift")}" prints all.`,
  );
}

function pipelinePart({ name, id, kind, replacedBy, changes }: DriftedPipeline): string {
  const successor = replacedBy === undefined ? "" : `: id ${replacedBy}`;
  const title = `**${code(name)}** (id ${id}) ${kindTexts[kind]}${successor}`;
  if (changes.length === 0) return title;
  const rows = changes.map((change) => {
    const { what, before, after } = describeChange(change);
    return [code(what), change.class, code(before), code(after)];
  });
  return `${title}\n\n${table(["what", "kind", "last update", "now"], rows)}`;
}

/** Lists of any length; the rest of the report must still fit. */
const listLimit = commentLimit / 4;

const listOf = (lines: readonly string[]): string =>
  bounded(lines, listLimit, (missing) => `- and ${missing} more`, "\n");

const pendingPart = (pending: readonly PendingCreate[]): string =>
  `${pendingTitle}:\n\n${listOf(pending.map((create) => `- ${pendingLine(create)}`))}`;

const pendingLine = (create: PendingCreate): string =>
  `${code(create.name)} (resource ${code(create.resource)}): ${describePendingCreate(create)}`;

const unmanagedPart = (unmanaged: readonly { name: string; id: string }[]): string =>
  `In the account, but in no stack:\n\n${listOf(unmanaged.map(({ name, id }) => `- ${code(name)} (id ${id})`))}`;
