import { alternatives } from "../../../../core/validation/alternatives.ts";
import { knownId, knownText } from "../../../../core/validation/partial.ts";
import { type Problem, problem } from "../../../../core/validation/problem.ts";
import { suggestZone } from "../../../../core/validation/schedule/suggest-zone.ts";
import { mayExist, serviceSpelling } from "../../../../core/validation/schedule/zones.ts";
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
export function followReferences({ path, value, references }: Subject, lists: AccountLists): Followed {
  const found: Record<string, ListItem> = {};
  for (const reference of references) {
    const wanted = forms[reference.by].wanted(value[reference.key]);
    const request = wanted === undefined ? undefined : reference.list(found);
    if (wanted === undefined || request === undefined) return { found };
    if (!lists.has(listKey(request))) return { found, needed: request };

    const items = readList(lists, request);
    if (items === undefined) return { found };
    const item = forms[reference.by].find(items, wanted);
    if (item === undefined) {
      const where = `${path}.${reference.key}`;
      return { found, problem: missing(where, reference, wanted, request, items), missed: request };
    }
    found[reference.key] = item;
  }
  return { found };
}

/** How a property and an item say the same thing, and what is said where no item does. */
interface Form {
  readonly wanted: (value: unknown) => Wanted | undefined;
  readonly find: (items: readonly ListItem[], wanted: Wanted) => ListItem | undefined;
  readonly missing: (noun: string, wanted: Wanted) => string;
  readonly hint: (items: readonly ListItem[], wanted: Wanted) => string;
}

type Wanted = string | number;

const forms: Readonly<Record<Reference["by"], Form>> = {
  id: {
    wanted: knownId,
    find: (items, wanted) => items.find(({ id }) => id === wanted),
    missing: (noun, wanted) => `There is no ${noun} with id ${wanted}`,
    hint: alternatives,
  },
  name: {
    wanted: knownText,
    find: (items, wanted) => items.find(({ name }) => name === wanted),
    missing: (noun, wanted) => `There is no ${noun} "${wanted}"`,
    hint: alternatives,
  },
  zone: {
    // What cannot exist has been reported without a list.
    wanted: (value) => [knownText(value)].find((zone) => zone !== undefined && mayExist(zone)),
    find: (items, wanted) => {
      const spelling = serviceSpelling(String(wanted), items.map(nameOf));
      return items.find(({ name }) => name === spelling);
    },
    missing: (noun, wanted) => `The service does not offer the ${noun} "${wanted}"`,
    hint: (items, wanted) => suggestZone(String(wanted), items.map(nameOf)),
  },
};

const nameOf = ({ name }: ListItem): string => name;

function missing(
  path: string,
  { code, noun, by, ifEmpty }: Reference,
  wanted: Wanted,
  request: ListRequest,
  items: readonly ListItem[],
): Problem {
  const { missing: say, hint } = forms[by];
  const what = `${say(noun, wanted)}${withinText(request)}`;
  if (items.length === 0 && ifEmpty) return problem(ifEmpty.code, path, `${what}: ${ifEmpty.reason}.`);
  return problem(code, path, `${what}.`, hint(items, wanted));
}
