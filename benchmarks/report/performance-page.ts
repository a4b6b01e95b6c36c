import { format, resolveConfig } from "prettier";
import { blocks, table } from "../../scripts/docs/markdown.ts";
import { findings } from "./findings.ts";
import { formatCell, formatLimit, formatNumber } from "./format-cell.ts";
import { page } from "./paths.ts";
import { type Aim, isMet, type Report, type Section, type Table } from "./report.ts";

/** The page that tells what the package costs, all figures taken from a report. */
export async function performancePage(report: Report): Promise<string> {
  const notice = "<!-- Written by `node benchmarks/write-page.ts` from docs/performance.json. -->";
  const text = blocks(
    notice,
    "# Performance",
    "What the package costs on top of Pulumi itself, measured with `npm run bench` on one machine. Figures in seconds " +
      "belong to that machine; ratios compare things that ran in turn within one run, and only those should be " +
      "compared. No test asserts a time.",
    surroundings(report),
    "![What a pipeline adds to each command, by the size of the stack](performance.svg)",
    "## Aims",
    table(
      ["what", "measured", "aim", ""],
      report.sections.flatMap(({ aims }) => aims).map((aim) => aimRow(aim)),
    ),
    findings,
    ...report.sections.map(sectionText),
  );
  return format(`${text}\n`, { ...(await resolveConfig(page)), parser: "markdown" });
}

function surroundings({ machine, versions }: Report): string {
  const { processor, cores, memoryGb, system } = machine;
  const list = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return blocks(
    `- Machine: ${processor}, ${cores} cores, ${memoryGb} GB, ${system}\n- Versions: ${list.join(", ")}\n` +
      "- Command: `npm run bench -- --publish`; `npm run bench -- --quick` tries everything in small",
  );
}

const aimRow = (aim: Aim): string[] => [
  aim.what,
  formatNumber(aim.measured, aim.digits),
  formatLimit(aim),
  isMet(aim) ? "met" : "**missed**",
];

const sectionText = ({ title, method, tables }: Section): string =>
  blocks(`## ${title}`, method, ...tables.map(tableText));

const tableText = ({ title, columns, rows }: Table): string =>
  blocks(
    `**${title}**`,
    table(
      columns.map(({ head }) => head),
      rows.map((row) => columns.map((column, index) => formatCell(row[index] ?? "", column))),
    ),
  );
