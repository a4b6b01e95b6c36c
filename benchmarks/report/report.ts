/*
 * What a run of the benchmarks leaves behind: plain data, from which the printed tables, the page and its picture are
 * made, so that none of them can disagree with the figures.
 */

/** One run on one machine. */
export interface Report {
  machine: Machine;
  /** Versions of what was measured, by name. */
  versions: Record<string, string>;
  sections: Section[];
}

export interface Machine {
  processor: string;
  cores: number;
  memoryGb: number;
  system: string;
}

/** What one benchmark found. */
export interface Section {
  /** As in `--only`. */
  name: string;
  title: string;
  /** How it was measured, in Markdown. */
  method: string;
  tables: Table[];
  aims: Aim[];
}

export interface Table {
  title: string;
  columns: Column[];
  rows: (string | number)[][];
}

export interface Column {
  head: string;
  /** Decimal places of numbers; none unless given. */
  digits?: number;
}

/** A figure and the most, or the least, that it should be. */
export interface Aim {
  what: string;
  measured: number;
  limit: number;
  /** Whether the figure should stay below the limit or above it. */
  direction: "atMost" | "atLeast";
  unit: string;
  digits: number;
}

/** Whether a figure is where it should be. */
export const isMet = ({ measured, limit, direction }: Aim): boolean =>
  direction === "atMost" ? measured <= limit : measured >= limit;
