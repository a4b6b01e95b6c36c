/** @import { ConsoleEvent, ConsoleView } from "../console-view.ts" */

/**
 * What the page shows, after an event.
 *
 * @param {ConsoleView | undefined} view
 * @param {ConsoleEvent} event
 * @returns {ConsoleView | undefined}
 */
export function viewAfter(view, { event, data }) {
  if (event === "snapshot") return data;
  if (view === undefined) return undefined;
  if (event === "replaced") return { ...view, [data.part]: data.value };

  /** @type {readonly { id: number }[]} */
  const items = view[data.list];
  if (event === "removed") return { ...view, [data.list]: items.filter(({ id }) => id !== data.id) };
  const { item } = data;
  const isKnown = items.some(({ id }) => id === item.id);
  const changed = isKnown ? items.map((other) => (other.id === item.id ? item : other)) : [...items, item];
  return { ...view, [data.list]: changed };
}

/** The names under which events come. */
export const eventNames = /** @type {const} */ (["snapshot", "changed", "removed", "replaced"]);
