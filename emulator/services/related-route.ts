import type { Service } from "../service.ts";
import { slicePage } from "./lists.ts";

/** What a read of a related service asks for. */
export interface RelatedInput {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** One row of the tables of what clients of all four services read next to pipelines. */
export interface RelatedRoute {
  /** For the log of requests. */
  readonly operation: string;
  readonly method: "GET" | "POST";
  /** Whole paths, with the prefixes that the vendor's SDK puts in front. */
  readonly paths: readonly string[];
  /** Gives what stands under `result`, or throws a ServiceFailure. */
  readonly handle: (service: Service, input: RelatedInput) => object;
  /** Writes the body where it is not the usual one. */
  readonly write?: (result: object) => string;
}

/** Who made what a seed holds, and when: the state does not say, and clients of the vendor read it. */
export const created = { timestamp: Date.UTC(2026, 0, 1), user: "emulator" } as const;

/**
 * The part of a list that a query asks for: names that contain the filter, then one page. Unlike SourcePipeline, these
 * services take either of `pageNo` and `pageSize` alone.
 */
export function selectPage<Item extends { name: string }>(
  { settings }: Service,
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
