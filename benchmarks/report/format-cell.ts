import type { Aim, Column } from "./report.ts";

/** A cell as people read it. */
export const formatCell = (cell: string | number, { digits = 0 }: Column): string =>
  typeof cell === "string" ? cell : formatNumber(cell, digits);

/** A number with the digits that mean something, and with commas between thousands. */
export const formatNumber = (value: number, digits: number): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The limit of an aim, such as "at most 1.10 times". */
export const formatLimit = ({ direction, limit, digits, unit }: Aim): string =>
  `${direction === "atMost" ? "at most" : "at least"} ${formatNumber(limit, digits)} ${unit}`.trim();
