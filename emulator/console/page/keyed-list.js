/**
 * Shows a list of items, each in a row of its own that lives as long as the item: focus, unfolded details and
 * animations survive a change.
 *
 * @template Item
 * @template {{ element: Element, update: (item: Item) => void }} Row
 * @param {Element} parent
 * @param {(item: Item) => string | number} keyOf
 * @param {(item: Item) => Row} createRow
 * @returns {(items: readonly Item[]) => void} shows another list
 */
export function keyedList(parent, keyOf, createRow) {
  /** @type {Map<string | number, Row>} */
  const rows = new Map();

  return (items) => {
    const keys = new Set(items.map(keyOf));
    for (const [key, row] of rows) {
      if (keys.has(key)) continue;
      row.element.remove();
      rows.delete(key);
    }
    for (const [index, item] of items.entries()) {
      const key = keyOf(item);
      const row = rows.get(key) ?? createRow(item);
      rows.set(key, row);
      row.update(item);
      const present = parent.children[index];
      if (present !== row.element) parent.insertBefore(row.element, present ?? null);
    }
  };
}
