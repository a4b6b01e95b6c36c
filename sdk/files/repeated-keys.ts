/**
 * Keys that an object has twice, as a merge of two versions of a file may leave them: `JSON.parse` keeps the last one
 * without a word.
 *
 * @param json a text that `JSON.parse` takes
 * @returns their paths
 * @example repeatedKeys('{ "tasks": [{ "name": "a", "name": "b" }] }') // ["tasks[0].name"]
 */
export function repeatedKeys(json: string): string[] {
  const repeated: string[] = [];
  const levels: Level[] = [];
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/g)) {
    const level = levels.at(-1);
    if (token === "{" || token === "[") levels.push(levelIn(level, token === "{"));
    else if (token === "}" || token === "]") levels.pop();
    else if (level === undefined) continue;
    else if (token === ",") Object.assign(level, { index: level.index + 1, key: undefined });
    else if (level.keys !== undefined && level.key === undefined) {
      level.key = JSON.parse(token) as string;
      if (level.keys.has(level.key)) repeated.push(pathAt(level));
      level.keys.add(level.key);
    }
  }
  return repeated;
}

/** An object or a list that is being read. */
interface Level {
  readonly path: string;
  /** The keys seen so far; undefined for a list. */
  readonly keys: Set<string> | undefined;
  /** How many elements stand before this one. */
  index: number;
  /** The key whose value is being read; undefined while the next one is awaited. */
  key: string | undefined;
}

const levelIn = (parent: Level | undefined, isObject: boolean): Level => ({
  path: parent === undefined ? "" : pathAt(parent),
  keys: isObject ? new Set() : undefined,
  index: 0,
  key: undefined,
});

function pathAt({ path, keys, index, key = "" }: Level): string {
  if (keys === undefined) return `${path}[${String(index)}]`;
  return path === "" ? key : `${path}.${key}`;
}
