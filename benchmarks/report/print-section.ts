import { formatCell, formatLimit, formatNumber } from "./format-cell.ts";
import { isMet, type Section, type Table } from "./report.ts";

/** A section as it stands on a terminal. */
export function printSection({ title, tables, aims }: Section): string {
  const lines = aims.map(
    (aim) =>
      `${isMet(aim) ? "met   " : "MISSED"} ${aim.what}: ${formatNumber(aim.measured, aim.digits)}, ` +
      `aim ${formatLimit(aim)}`,
  );
  return [`== ${title}`, ...tables.map(printTable), ...lines].join("\n\n");
}

function printTable({ title, columns, rows }: Table): string {
  const cells = rows.map((row) => columns.map((column, index) => formatCell(row[index] ?? "", column)));
  const widths = columns.map(({ head }, index) =>
    Math.max(head.length, ...cells.map((row) => row[index]?.length ?? 0)),
  );
  const lineOf = (row: readonly string[]): string =>
    row
      .map((text, index) => (index === 0 ? text.padEnd(widths[index] ?? 0) : text.padStart(widths[index] ?? 0)))
      .join("  ");
  return [title, lineOf(columns.map(({ head }) => head)), ...cells.map(lineOf)].join("\n");
}
