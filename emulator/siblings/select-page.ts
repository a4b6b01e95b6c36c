import { slicePage } from "../answers/slice-page.ts";
import type { Settings } from "../settings/settings-table.ts";

/**
 * The part of a list that a query asks for: names that contain the filter, then one page. Unlike SourcePipeline, these
 * services take either of `pageNo` and `pageSize` alone.
 */
export function selectPage<Item extends { name: string }>(
  settings: Settings,
  items: readonly Item[],
  query: URLSearchParams,
  filter: string,
  defaultSize = Infinity,
): { total: number; items: Item[] } {
  const matching = items.filter(({ name }) => name.includes(query.get(filter) ?? ""));
  const page = { number: count(query.get("pageNo"), 1), size: count(query.get("pageSize"), defaultSize) };
  return { total: matching.length, items: slicePage(matching, page, settings) };
}

const count = (value: string | null, otherwise: number): number =>
  /^[1-9]\d*$/.test(value ?? "") ? Number(value) : otherwise;
