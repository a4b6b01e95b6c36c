import { doesNotExist, suggestExisting } from "../nearest.ts";
import { knownId, knownRecord, knownText } from "../partial.ts";
import { type Problem, problem } from "../problem.ts";
import { suggestZone } from "../schedule/suggest-zone.ts";
import { mayExist, serviceSpelling } from "../schedule/zones.ts";
import { type Found, type ListItem, type ListRequest, type Reference, type Subject, ownerOf } from "./reference.ts";

/** Where the references of a subject lead. */
export interface Followed {
  /** Path of the subject. */
  readonly path: string;
  readonly found: Found;
  /** What is not there, and the list that lacks it. */
  readonly missed?: { readonly problem: Problem; readonly request: ListRequest };
}

/** Reads a list; undefined when it cannot be read. */
export type ReadList = (reference: Reference, request: ListRequest) => Promise<readonly ListItem[] | undefined>;

/** Follows the references of a subject one after the other, until one is unknown, leads nowhere or cannot be read. */
export async function followReferences({ path, value, references }: Subject, read: ReadList): Promise<Followed> {
  const found: Record<string, ListItem> = {};
  for (const [property, reference] of Object.entries(references)) {
    const { wanted: readWanted, find } = forms[reference.by];
    const wanted = readWanted(value[property]);
    const request = wanted === undefined ? undefined : requestOf(reference, found);
    const items = request === undefined ? undefined : await read(reference, request);
    if (wanted === undefined || request === undefined || items === undefined) return { path, found };

    const item = find(items, wanted);
    if (item === undefined) {
      const miss = missing(path === "" ? property : `${path}.${property}`, reference, wanted, request, items);
      return { path, found, missed: { problem: miss, request } };
    }
    found[property] = item;
  }
  return { path, found };
}

/** The list in which a reference has to be looked up; undefined while that is unknown, or when there is none. */
function requestOf({ list, parameters = {}, when = {} }: Reference, found: Found): ListRequest | undefined {
  if (Object.entries(when).some(([path, word]) => valueAt(found, path) !== word)) return undefined;
  const given = Object.entries(parameters).map(([name, path]) => [name, valueAt(found, path)] as const);
  if (given.some(([, value]) => value === undefined)) return undefined;
  return { list: list.list, ...Object.fromEntries(given) };
}

const valueAt = (found: Found, path: string): unknown =>
  path.split(".").reduce<unknown>((value, key) => knownRecord(value)[key], found);

/** How a property and an item name the same thing, and what is reported where no item does. */
interface Form {
  readonly wanted: (value: unknown) => Wanted | undefined;
  readonly find: (items: readonly ListItem[], wanted: Wanted) => ListItem | undefined;
  /** Without the full stop. */
  readonly missing: (noun: string, wanted: Wanted, within: string | undefined) => string;
  readonly hint: (wanted: Wanted, items: readonly ListItem[]) => string | undefined;
}

type Wanted = string | number;

const forms: Readonly<Record<Reference["by"], Form>> = {
  id: {
    wanted: knownId,
    find: (items, wanted) => items.find(({ id }) => id === wanted),
    missing: doesNotExist,
    hint: suggestExisting,
  },
  name: {
    wanted: knownText,
    find: (items, wanted) => items.find(({ name }) => name === wanted),
    missing: doesNotExist,
    hint: suggestExisting,
  },
  zone: {
    // What cannot exist has been reported without a list.
    wanted: (value) => [knownText(value)].find((zone) => zone !== undefined && mayExist(zone)),
    find: (items, wanted) => {
      const spelling = serviceSpelling(String(wanted), items.map(nameOf));
      return items.find(({ name }) => name === spelling);
    },
    missing: (noun, wanted) => `The service does not offer the ${noun} "${wanted}"`,
    hint: (wanted, items) => suggestZone(String(wanted), items.map(nameOf)),
  },
};

const nameOf = ({ name }: ListItem): string => name;

function missing(
  path: string,
  { list, rule, by, ifEmpty }: Reference,
  wanted: Wanted,
  request: ListRequest,
  items: readonly ListItem[],
): Problem {
  const { missing: describe, hint } = forms[by];
  const what = describe(list.noun, wanted, ownerOf(list, request));
  if (items.length === 0 && ifEmpty) return problem(ifEmpty.rule, path, `${what}: ${ifEmpty.reason}.`);
  return problem(rule, path, `${what}.`, hint(wanted, items));
}
