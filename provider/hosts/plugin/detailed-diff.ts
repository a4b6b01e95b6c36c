import { isDeepStrictEqual } from "node:util";

/** How one property differs. */
interface PropertyChange {
  readonly kind: "add" | "delete" | "update";
  /** Whether it makes another resource of it. */
  readonly replaces: boolean;
}

/** Differences by path: `tasks[0].branch`. */
export type DetailedDiff = Readonly<Record<string, PropertyChange>>;

type Values = Readonly<Record<string, unknown>>;

/**
 * How inputs differ, property by property, as the command line shows it.
 *
 * @param replaces properties by which it becomes another resource, whether they differ or not
 * @example detailedDiff({ tasks: [{ branch: "a" }] }, { tasks: [{ branch: "b" }] }) // { "tasks[0].branch": update }
 */
export function detailedDiff(prior: Values, inputs: Values, replaces: readonly string[] = []): DetailedDiff {
  const changes = Object.fromEntries(differences(prior, inputs, "", new Set(replaces)));
  const asked = replaces.filter((key) => !Object.keys(changes).some((path) => rootOf(path) === key));
  return { ...changes, ...Object.fromEntries(asked.map((key) => [key, { kind: "update", replaces: true } as const])) };
}

/** The property that a path begins with. */
export const rootOf = (path: string): string => path.split(/[.[]/, 1)[0] ?? path;

function differences(
  prior: Values,
  inputs: Values,
  path: string,
  replaces: ReadonlySet<string>,
): [string, PropertyChange][] {
  const keys = [...new Set([...Object.keys(prior), ...Object.keys(inputs)])];
  return keys.flatMap((key): [string, PropertyChange][] => {
    const [before, after] = [prior[key], inputs[key]];
    if (isDeepStrictEqual(before, after)) return [];
    const where = join(path, key, Array.isArray(prior));
    if (isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after)) {
      return differences(before, after, where, replaces);
    }
    const kind = before === undefined ? "add" : after === undefined ? "delete" : "update";
    return [[where, { kind, replaces: replaces.has(rootOf(where)) }]];
  });
}

/** As the engine writes paths: a key that is no plain word stands in quotes. */
function join(path: string, key: string, isIndex: boolean): string {
  if (isIndex) return `${path}[${key}]`;
  if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

const isObject = (value: unknown): value is Values => typeof value === "object" && value !== null;
