/**
 * A table with other values under the same keys.
 *
 * @example mapValues({ build: 1, test: 2 }, (count) => count * 2) // { build: 2, test: 4 }
 */
export function mapValues<Table extends object, Result>(
  table: Table,
  change: (value: Table[keyof Table]) => Result,
): { [Key in keyof Table]: Result } {
  const changed = Object.entries(table).map(([key, value]) => [key, change(value as Table[keyof Table])] as const);
  return Object.fromEntries(changed) as { [Key in keyof Table]: Result };
}
