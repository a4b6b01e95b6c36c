import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { format, resolveConfig } from "prettier";
import type { Report } from "./report.ts";

/** The report in a file; undefined when there is none. */
export const readReport = (path: string): Report | undefined =>
  existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Report) : undefined;

/** Writes a report as all files of the repository are written. */
export async function writeReport(path: string, report: Report): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await format(JSON.stringify(report), { ...(await resolveConfig(path)), parser: "json" }));
}
