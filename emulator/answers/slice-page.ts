import type { Settings } from "../settings/settings-table.ts";

/**
 * One page of a list, the first unless asked otherwise, and never larger than the setting `listCap`: a page that is
 * asked to be larger counts as one of that size, so that the pages after it leave nothing out (reference section 8,
 * row 21).
 *
 * @example slicePage(["a", "b", "c"], { number: 2, size: 50 }, { listCap: 2 }) // ["c"]
 */
export function slicePage<Item>(
  items: readonly Item[],
  { number = 1, size = Infinity }: { readonly number?: number; readonly size?: number },
  { listCap }: Pick<Settings, "listCap">,
): Item[] {
  const most = listCap === 0 ? size : Math.min(size, listCap);
  // The first page of all there is would begin at 0 times infinity, which is no number.
  return items.slice(number === 1 ? 0 : (number - 1) * most, number * most);
}
