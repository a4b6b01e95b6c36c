import { nearest } from "./nearest.ts";

/** Something with a name, and an id where the service gives one. */
export interface Named {
  readonly name: string;
  readonly id?: number;
}

/**
 * What may have been meant, as a sentence: the nearest names, or for an id the nearest ids; else the first of all.
 *
 * @example alternatives([{ name: "shop-api", id: 20632 }], "shop-apy") // 'Did you mean "shop-api" (id 20632)?'
 */
export function alternatives(items: readonly Named[], wanted: string | number): string {
  if (items.length === 0) return "There are none at all: the key may not see them, or they are in another region.";
  const textOf = ({ name, id }: Named): string => (typeof wanted === "string" ? name : String(id));
  const near = nearest(String(wanted), [...new Set(items.map(textOf))]);
  if (near.length === 0) {
    const more = items.length > mostNamed ? `, and ${items.length - mostNamed} more` : "";
    return `There are ${items.slice(0, mostNamed).map(described).join(", ")}${more}.`;
  }
  const likely = near.flatMap((text) => items.filter((item) => textOf(item) === text));
  return `Did you mean ${likely.map(described).join(", ")}?`;
}

const mostNamed = 5;

const described = ({ name, id }: Named): string => `"${name}"${id === undefined ? "" : ` (id ${id})`}`;
