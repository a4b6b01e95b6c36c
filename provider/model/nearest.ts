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

/** "Did you mean …?", or the whole (short) list when nothing is near. */
export function suggestion(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates, 1);
  return near.length > 0 ? `Did you mean ${quoted(near)}?` : `Use one of ${quoted(candidates)}.`;
}

export const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(", ");
