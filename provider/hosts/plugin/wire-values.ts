import { isDeepStrictEqual } from "node:util";
import { unknownValue } from "../../core/validation/unknown.ts";

/*
 * Property values as the engine's wire carries them, and as plain JSON. A secret is a wrapper with a signature; what is
 * unknown is one fixed string, whatever its type. Nothing here knows gRPC.
 */

/** Where a value is secret: true for all of it, else by its parts; undefined where nothing is. */
type Marks = true | undefined | { readonly [key: string]: Marks };

/** A value without wrappers, and where they stood. */
export interface Opened {
  readonly value: unknown;
  readonly marks: Marks;
}

/** The signatures of pulumi's `sdk/go/common/resource/properties.go`. */
const signature = {
  key: "4dabf18193072939515e22adb298388d",
  secret: "1b47061264138c4ac30d75fd1eb44270",
  output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
} as const;

/** Makes a value secret. */
export const secret = (value: unknown): object => ({ [signature.key]: signature.secret, value });

/** Takes the wrappers off, and notes where they stood. */
export function open(wire: unknown): Opened {
  if (!isObject(wire)) return { value: wire, marks: undefined };
  if (wire[signature.key] === signature.secret) return { value: open(wire["value"]).value, marks: true };
  if (wire[signature.key] === signature.output) {
    const inner = "value" in wire ? open(wire["value"]) : { value: unknownValue, marks: undefined };
    return wire["secret"] === true ? { value: inner.value, marks: true } : inner;
  }
  const parts = Object.entries(wire).map(([key, part]) => [key, open(part)] as const);
  const marked = parts.flatMap(([key, { marks }]) => (marks === undefined ? [] : [[key, marks] as const]));
  const values = parts.map(([key, { value }]) => [key, value] as const);
  return {
    value: Array.isArray(wire) ? values.map(([, value]) => value) : Object.fromEntries(values),
    marks: marked.length === 0 ? undefined : Object.fromEntries(marked),
  };
}

/**
 * Puts the wrappers back where they stood. The elements of a list are known again by their names, or by where they stand
 * when they are the same; else the list is secret as a whole.
 */
export function seal(value: unknown, { value: original, marks }: Opened): unknown {
  if (marks === undefined || value === undefined || value === null) return value;
  if (marks === true) return secret(value);
  if (Array.isArray(value)) return sealList(value, original, marks);
  if (!isObject(value)) return secret(value);
  const parts = isObject(original) ? original : {};
  const sealed = Object.entries(value).map(([key, part]) => [key, seal(part, partOf(parts, marks, key))]);
  return Object.fromEntries(sealed);
}

/** Paths of what is secret: `tasks[0].branch`; the empty path is all of it. */
export function secretPathsOf({ value, marks }: Opened, path = ""): string[] {
  if (marks === undefined) return [];
  if (marks === true) return [path];
  const parts = isObject(value) ? value : {};
  const join = (key: string): string =>
    Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
  return Object.keys(marks).flatMap((key) => secretPathsOf(partOf(parts, marks, key), join(key)));
}

/** What no JSON has is dropped, so that a message can always be made of it. */
export const plain = (value: object): Record<string, unknown> =>
  JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

function sealList(list: readonly unknown[], original: unknown, marks: Exclude<Marks, true | undefined>): unknown {
  const originals: readonly unknown[] = Array.isArray(original) ? original : [];
  const indices = list.map((element, index) => {
    const name = nameOf(element);
    if (name !== undefined) return originals.findIndex((candidate) => nameOf(candidate) === name);
    return isDeepStrictEqual(element, originals[index]) ? index : undefined;
  });
  if (indices.includes(undefined)) return secret(list);
  return list.map((element, at) => seal(element, partOf(originals, marks, String(indices[at]))));
}

const partOf = (value: object, marks: Exclude<Marks, true | undefined>, key: string): Opened => ({
  value: (value as Readonly<Record<string, unknown>>)[key],
  marks: marks[key],
});

const nameOf = (value: unknown): unknown => (isObject(value) ? value["name"] : undefined);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
