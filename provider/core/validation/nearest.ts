import { distance } from "fastest-levenshtein";

/**
 * The candidates most like a word, best first; those that differ in more than half of their letters are left out.
 *
 * @example nearest("linkedTask", ["name", "linkedTasks"]) // ["linkedTasks"]
 */
export function nearest(word: string, candidates: readonly string[], most = 3): string[] {
  const wanted = word.toLowerCase();
  return candidates
    .map((candidate) => ({ candidate, far: distance(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.max(wanted.length, candidate.length) / 2)
    .sort((one, other) => one.far - other.far)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/**
 * What to write instead of a word that is none of some words, a sentence.
 *
 * @example suggestWord("MONDAY", ["MON", "TUE"]) // 'Did you mean "MON"?'
 */
export function suggestWord(word: string, words: readonly string[]): string {
  const near = nearest(word, words, 1);
  return near.length > 0 ? `Did you mean ${quoted(near)}?` : `Expected one of ${quoted(words)}.`;
}

/** Something with a name, and an id where the service gives one. */
export interface Named {
  readonly name: string;
  readonly id?: number;
}

/** That something is not there, without the full stop: `Stage "prod" does not exist in SourceDeploy project 7`. */
export function doesNotExist(noun: string, wanted: string | number, within?: string): string {
  const name = typeof wanted === "string" ? `"${wanted}"` : String(wanted);
  const owner = within === undefined ? "" : ` in ${within}`;
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${name} does not exist${owner}`;
}

/**
 * What may have been meant, a sentence: what has the nearest names, or for an id the nearest ids; else the first of all.
 *
 * @example suggestExisting("shop-apy", [{ name: "shop-api", id: 20632 }]) // 'Did you mean "shop-api" (id 20632)?'
 */
export function suggestExisting(wanted: string | number, items: readonly Named[]): string {
  const keyOf = ({ name, id }: Named): string => (typeof wanted === "string" ? name : String(id));
  const near = nearest(String(wanted), [...new Set(items.map(keyOf))]);
  if (near.length === 0) return listExisting(items);
  const likely = near.flatMap((key) => items.filter((item) => keyOf(item) === key));
  return `Did you mean ${likely.map(described).join(", ")}?`;
}

/**
 * Suggestions out of one list for many names: each is looked for once, and after a hundred different ones the search,
 * which compares with every item, would take longer than anybody reads.
 */
export function createSuggester(items: readonly Named[]): (wanted: string) => string {
  const cached = new Map<string, string>();
  return (wanted) => {
    const given = cached.get(wanted);
    if (given !== undefined) return given;
    const found = cached.size < mostSearched ? suggestExisting(wanted, items) : listExisting(items);
    cached.set(wanted, found);
    return found;
  };
}

const mostSearched = 100;

function listExisting(items: readonly Named[]): string {
  if (items.length === 0) return "The list is empty: check region, account and the key's permissions.";
  const more = items.length > mostListed ? `, and ${items.length - mostListed} more` : "";
  return `Existing: ${items.slice(0, mostListed).map(described).join(", ")}${more}.`;
}

const mostListed = 5;

const described = ({ name, id }: Named): string => `"${name}"${id === undefined ? "" : ` (id ${id})`}`;

export const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(", ");
