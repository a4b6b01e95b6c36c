/**
 * The part of a list that a query asks for: names that contain the filter, then one page. Unlike SourcePipeline, these
 * services take either of `pageNo` and `pageSize` alone.
 */
export function selectPage<Item extends { name: string }>(
  items: readonly Item[],
  query: URLSearchParams,
  filter: string,
  defaultSize = Infinity,
): { total: number; items: Item[] } {
  const matching = items.filter(({ name }) => name.includes(query.get(filter) ?? ""));
  const number = count(query.get("pageNo"), 1);
  const size = count(query.get("pageSize"), defaultSize);
  return { total: matching.length, items: matching.slice(number === 1 ? 0 : (number - 1) * size, number * size) };
}

const count = (value: string | null, otherwise: number): number =>
  /^[1-9]\d*$/.test(value ?? "") ? Number(value) : otherwise;
