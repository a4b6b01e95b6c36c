import { itemLists, wholeParts, type ConsoleEvent, type ConsoleView, type ItemList } from "./console-view.ts";

/** A view as it was sent: the text of each item and part, to compare the next one with. */
export interface SentView {
  readonly items: Readonly<Record<ItemList, ReadonlyMap<number, string>>>;
  readonly parts: Readonly<Record<string, string>>;
}

/** Texts, because much of the service is changed in place. */
export const textsOf = (view: ConsoleView): SentView => ({
  items: {
    pipelines: textsById(view.pipelines),
    runs: textsById(view.runs),
    requests: textsById(view.requests),
  },
  parts: Object.fromEntries(wholeParts.map((part) => [part, JSON.stringify(view[part])])),
});

const textsById = (items: readonly { id: number }[]): Map<number, string> =>
  new Map(items.map((item) => [item.id, JSON.stringify(item)]));

/** One event for each thing that is new, different or gone. */
export function viewChanges(before: SentView, after: SentView, view: ConsoleView): ConsoleEvent[] {
  return [
    ...wholeParts
      .filter((part) => before.parts[part] !== after.parts[part])
      .map((part): ConsoleEvent => ({ event: "replaced", data: { part, value: view[part] } })),
    ...itemLists.flatMap((list) => [
      ...[...before.items[list].keys()]
        .filter((id) => !after.items[list].has(id))
        .map((id): ConsoleEvent => ({ event: "removed", data: { list, id } })),
      ...view[list]
        .filter(({ id }) => before.items[list].get(id) !== after.items[list].get(id))
        .map((item): ConsoleEvent => ({ event: "changed", data: { list, item } })),
    ]),
  ];
}
