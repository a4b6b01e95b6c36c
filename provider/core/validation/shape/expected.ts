import { unknownString } from "../unknown.ts";

/**
 * That a value is not of the type that is expected, as a sentence.
 *
 * @example expected("a string", 7) // "Expected a string, got 7."
 */
export const expected = (noun: string, value: unknown): string => `Expected ${noun}, got ${shown(value)}.`;

/**
 * The same without the value: what stands where an object belongs may be anything, a key that must not be shown included.
 *
 * @example expectedType("a list", "x") // "Expected a list, got a string."
 */
export const expectedType = (noun: string, value: unknown): string => `Expected ${noun}, got ${typeOf(value)}.`;

/** A value for a message: short, and recognisable. Programs may hand over anything, functions and cycles included. */
export function shown(value: unknown): string {
  const written = typeof value === "string" ? JSON.stringify(value) : shownPlain(value);
  return written.length > 60 ? `${written.slice(0, 57)}...` : written;
}

const shownPlain = (value: unknown): string =>
  typeof value === "number" || typeof value === "boolean" ? String(value) : typeOf(value);

function typeOf(value: unknown): string {
  if (value === unknownString) return "the id of a resource";
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
