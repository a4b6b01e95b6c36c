import { orderList } from "../answers/order.ts";
import { slicePage } from "../answers/slice-page.ts";
import type { Service } from "../service.ts";
import type { Page } from "./handler.ts";

/** The part of a list that a request asks for: names that contain the search word, in order, one page. */
export function selectItems<Item extends { id: number; name?: string }>(
  service: Service,
  items: readonly Item[],
  { page, search }: { readonly page: Page | undefined; readonly search: string },
): Item[] {
  const matching = search === "" ? items : items.filter(({ name = "" }) => name.includes(search));
  return slicePage(orderList(service, matching), page ?? {}, service.settings);
}
