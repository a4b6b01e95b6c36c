export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** In what the form of a value differs from that of an example: fields that lack or are too many, and other types. */
export function formDifferences(
  actual: Json | undefined,
  expected: Json,
  unset: readonly string[],
  path = "",
): string[] {
  if (actual === null && unset.includes(path)) return [];
  if (typeOf(actual) !== typeOf(expected)) return [`${path}: ${typeOf(actual)} for ${typeOf(expected)}`];
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return actual.flatMap((item, index) =>
      formDifferences(item, expected[index] ?? expected[0] ?? null, unset, `${path}[${index}]`),
    );
  }
  if (!isObject(actual) || !isObject(expected)) return [];
  const prefix = path === "" ? "" : `${path}.`;
  return [...new Set([...Object.keys(actual), ...Object.keys(expected)])].flatMap((key) =>
    key in expected ? formDifferences(actual[key], expected[key]!, unset, prefix + key) : [`${prefix}${key}: too many`],
  );
}

export const isObject = (value: Json | undefined): value is JsonObject => typeOf(value) === "object";

const typeOf = (value: Json | undefined): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
