import { growthTitle } from "../growth/measure-growth.ts";
import type { Report, Table } from "./report.ts";

/** The table that the picture shows. */
export function findGrowth({ sections }: Report): Table {
  const found = sections.flatMap(({ tables }) => tables).find(({ title }) => title === growthTitle);
  if (found) return found;
  throw new Error("The report has no growth table. Run: npm run bench -- --only growth --publish.");
}
