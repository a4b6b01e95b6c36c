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

/** "Did you mean …?", or the candidates (the first of them) when nothing is near. */
export function suggestion(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates, 1);
  return near.length > 0 ? `Did you mean ${quoted(near)}?` : listing(candidates);
}

function listing(candidates: readonly string[]): string {
  const more = candidates.length > mostListed ? `, or ${candidates.length - mostListed} more` : "";
  return `Use one of ${quoted(candidates.slice(0, mostListed))}${more}.`;
}

const mostListed = 10;

/**
 * Suggestions out of one list for many words: each word is looked for once, and after a hundred different ones the
 * search, which compares with every candidate, would take longer than anybody reads.
 */
export function suggester(candidates: readonly string[]): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const given = known.get(word);
    if (given !== undefined) return given;
    const found = known.size < mostSearched ? suggestion(word, candidates) : listing(candidates);
    known.set(word, found);
    return found;
  };
}

const mostSearched = 100;

export const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(", ");
