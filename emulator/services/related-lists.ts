import { ServiceFailure, type FailureName } from "../failure.ts";
import type { Service } from "../service.ts";
import { slicePage } from "./lists.ts";

/** How a list of a related service is asked for. */
export interface ListForm {
  /** Query parameter with a part of the name; none for lists that have no filter. */
  readonly filter?: string;
  /** Entries of a page unless asked otherwise, and the most that can be asked for; no end unless given. */
  readonly limit?: number;
  /** The failure of a page that is none. */
  readonly invalid: FailureName;
}

/**
 * The part of a list that a query asks for: names that contain the filter, then one page. Unlike SourcePipeline, these
 * services take either of `pageNo` and `pageSize` alone; an empty filter is none.
 */
export function selectPage<Item extends { readonly id: number; readonly name?: string }>(
  { settings }: Service,
  items: readonly Item[],
  query: URLSearchParams,
  { filter, limit = Infinity, invalid }: ListForm,
): { total: number; items: Item[] } {
  const part = filter === undefined ? "" : (query.get(filter) ?? "");
  const matching = part === "" ? items : items.filter(({ name = "" }) => name.includes(part));
  const page = {
    number: readCount(query, "pageNo", Infinity, invalid) ?? 1,
    size: readCount(query, "pageSize", limit, invalid) ?? limit,
  };
  return { total: matching.length, items: slicePage(matching, page, settings) };
}

function readCount(query: URLSearchParams, name: string, most: number, invalid: FailureName): number | undefined {
  const value = query.get(name);
  if (value === null || value === "") return undefined;
  const count = /^[1-9]\d{0,8}$/.test(value) ? Number(value) : NaN;
  if (count <= most) return count;
  const range = most === Infinity ? "from 1" : `from 1 to ${most}`;
  throw new ServiceFailure(invalid, `${name}: expected a number ${range}, got ${value}.`);
}
