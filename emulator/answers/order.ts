import { createHash } from "node:crypto";
import type { Service } from "../service.ts";
import { shuffle } from "../random.ts";

/**
 * The order of a list in an answer: newest first, or another that is the same for every page, because a list that
 * changed its order between two pages would hide entries (reference section 8, row 9).
 */
export function orderList<Item extends { id?: number; name?: string }>(
  service: Service,
  items: readonly Item[],
): Item[] {
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

/** The order of what has no meaning in its order inside one answer: as sent, or another each time. */
export const orderInside = <Item>(service: Service, items: readonly Item[]): readonly Item[] =>
  service.settings.order === "kept" ? items : shuffle(items, service.random);
