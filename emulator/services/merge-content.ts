import type { Settings } from "../settings.ts";

/** What is always replaced as one: what is in it depends on a word in it. */
const indivisible: ReadonlySet<string> = new Set(["file", "manifest", "loadBalancer", "canaryConfig"]);

type Content = Readonly<Record<string, unknown>>;

/**
 * The content of something after an edit. How deep the service merges is not documented (section 10 of the reference of
 * related services, point 1). Lists are replaced as a whole; null counts as left out.
 *
 * @param change what the edit gives.
 * @example mergeContent({ cmd: { pre: ["a"] } }, { cmd: { build: ["b"] } }, "deep") // { cmd: { pre: ["a"], build: ["b"] } }
 */
export function mergeContent(before: Content, change: Content, depth: Settings["patchDepth"]): Content {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined && value !== null));
  if (depth === "whole") return given;
  if (depth === "groups") return { ...before, ...given };
  const merged = Object.entries(given).map(([key, value]): [string, unknown] => {
    const old = before[key];
    return [key, isObject(old) && isObject(value) && !indivisible.has(key) ? mergeContent(old, value, depth) : value];
  });
  return { ...before, ...Object.fromEntries(merged) };
}

const isObject = (value: unknown): value is Content =>
  typeof value === "object" && value !== null && !Array.isArray(value);
