import { isDeepStrictEqual } from "node:util";
import { applyEdits, type FormattingOptions, type JSONPath, modify } from "jsonc-parser";

/**
 * The text of a data file with another content. What stays the same stays as it is written, in its order and on its
 * lines, so that a patch shows what changes and nothing else.
 *
 * @param text JSON
 * @example editDataText('{ "b": 1, "a": ["x"] }', { a: ["x"], b: 2 }) // '{ "b": 2, "a": ["x"] }'
 */
export function editDataText(text: string, content: object): string {
  const [before, after] = [JSON.parse(text), JSON.parse(JSON.stringify(content))] as [unknown, unknown];
  const formattingOptions = styleOf(text);
  return differences(before, after, []).reduce((edited, { path, value, isWord }) => {
    const options = isWord ? {} : { formattingOptions };
    return applyEdits(edited, modify(edited, path, value, options));
  }, text);
}

/** A place whose value changes; undefined where it goes away. */
interface Difference {
  readonly path: JSONPath;
  readonly value: unknown;
  /** Whether a word is put in the place of another, or taken out: the lines around stay as they are. */
  readonly isWord: boolean;
}

function differences(before: unknown, after: unknown, path: JSONPath): Difference[] {
  if (isDeepStrictEqual(before, after)) return [];
  const isAlike = Array.isArray(before) === Array.isArray(after) && isStructure(before) && isStructure(after);
  // A list that gets longer or shorter is written anew.
  if (!isAlike || (Array.isArray(before) && Object.keys(before).length !== Object.keys(after).length)) {
    const isWord = after === undefined || (before !== undefined && !isStructure(after));
    return [{ path, value: after, isWord }];
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => {
    const step = Array.isArray(before) ? Number(key) : key;
    return differences(own(before, key), own(after, key), [...path, step]);
  });
}

/** The value under a key; what every object inherits, such as `toString`, is none. */
const own = (value: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;

const isStructure = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** How new lines of a text are to look: as the old ones do. */
function styleOf(text: string): FormattingOptions {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? "  ";
  return {
    insertSpaces: !indent.includes("\t"),
    tabSize: indent.includes("\t") ? 1 : indent.length,
    eol: text.includes("\r\n") ? "\r\n" : "\n",
  };
}
