import { createHash } from "node:crypto";
import { shuffle } from "../random.ts";
import type { Service } from "../service.ts";
import type { Settings } from "../settings.ts";

/** Both count from 1. */
export interface Page {
  readonly number: number;
  readonly size: number;
}

/**
 * The order of a list in a response: newest first, or another that is the same for every page, because a list that
 * changed its order between two pages would hide entries (reference section 8, row 9).
 */
function orderList<Item extends { id?: number; name?: string }>(service: Service, items: readonly Item[]): Item[] {
  if (service.settings.order === "kept") return items.toReversed();
  return items
    .map((item) => ({
      item,
      key: createHash("sha256")
        .update(String(item.id ?? item.name))
        .digest("hex"),
    }))
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    .map(({ item }) => item);
}

/** The order of what has no meaning in its order inside one response: as sent, or another each time. */
export const orderInside = <Item>(service: Service, items: readonly Item[]): readonly Item[] =>
  service.settings.order === "kept" ? items : shuffle(items, service.random);

/**
 * One page of a list, the first unless asked otherwise, and never larger than the setting `listCap`: a page that is
 * asked to be larger counts as one of that size, so that the pages after it leave nothing out (reference section 8,
 * row 21).
 *
 * @example slicePage(["a", "b", "c"], { number: 2, size: 50 }, { listCap: 2 }) // ["c"]
 */
export function slicePage<Item>(
  items: readonly Item[],
  { number = 1, size = Infinity }: Partial<Page>,
  { listCap }: Pick<Settings, "listCap">,
): Item[] {
  const most = listCap === 0 ? size : Math.min(size, listCap);
  // The first page of all there is would begin at 0 times infinity, which is no number.
  return items.slice(number === 1 ? 0 : (number - 1) * most, number * most);
}

/** The part of a list that a request asks for: names that contain the search word, in order, one page. */
export function selectItems<Item extends { id: number; name?: string }>(
  service: Service,
  items: readonly Item[],
  { page, search }: { readonly page: Page | undefined; readonly search: string },
): Item[] {
  const matching = search === "" ? items : items.filter(({ name = "" }) => name.includes(search));
  return slicePage(orderList(service, matching), page ?? {}, service.settings);
}
