import { alternatives } from "../alternatives.ts";
import { knownId, knownText } from "../partial.ts";
import { type Problem, problem } from "../problem.ts";
import { ianaName } from "../zones.ts";
import { type AccountLists, listKey, readList, withinText } from "./account-lists.ts";
import type { Found, ListItem, ListRequest, Reference } from "./reference.ts";
import type { Subject } from "./read-subjects.ts";

/** Where the references of a part of a pipeline lead, as far as the lists say. */
export interface Followed {
  found: Found;
  /** The list that has to be asked for to get further. */
  needed?: ListRequest;
  problem?: Problem;
  /** The list in which something was not found. */
  missed?: ListRequest;
}

/** Follows the references of a part one after the other, until one is unknown, leads nowhere or needs another list. */
export function followReferences({ place, value, references }: Subject, lists: AccountLists): Followed {
  const found: Record<string, ListItem> = {};
  for (const reference of references) {
    const wanted = forms[reference.by].wanted(value[reference.key]);
    const request = wanted === undefined ? undefined : reference.list(found);
    if (wanted === undefined || request === undefined) return { found };
    if (!lists.has(listKey(request))) return { found, needed: request };

    const items = readList(lists, request);
    if (items === undefined) return { found };
    const item = items.find((candidate) => forms[reference.by].of(candidate) === wanted);
    if (item === undefined) {
      const path = `${place}.${reference.key}`;
      return { found, problem: missing(path, reference, wanted, request, items), missed: request };
    }
    found[reference.key] = item;
  }
  return { found };
}

/** How a property and an item say the same thing. */
const forms: Readonly<Record<Reference["by"], { wanted(value: unknown): Wanted; of(item: ListItem): Wanted }>> = {
  id: { wanted: knownId, of: ({ id }) => id },
  name: { wanted: knownText, of: ({ name }) => name },
  zone: {
    wanted: (value) => {
      const zone = knownText(value);
      return zone === undefined ? undefined : ianaName(zone);
    },
    of: ({ name }) => ianaName(name),
  },
};

type Wanted = string | number | undefined;

function missing(
  place: string,
  { code, noun, by, ifEmpty }: Reference,
  wanted: string | number,
  request: ListRequest,
  items: readonly ListItem[],
): Problem {
  const called = by === "id" ? `with id ${wanted}` : `"${wanted}"`;
  const what = `There is no ${noun} ${called}${withinText(request)}`;
  if (items.length === 0 && ifEmpty) return problem(ifEmpty.code, place, `${what}: ${ifEmpty.reason}.`);
  const named = by === "zone" ? items.map((item) => ({ ...item, name: ianaName(item.name) })) : items;
  return problem(code, place, `${what}.`, alternatives(named, wanted));
}
