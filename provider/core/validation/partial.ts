import { isUnknown } from "./unknown.ts";

/*
 * Reading inputs of which any part may be unknown, missing or of the wrong kind: what cannot be used reads as nothing,
 * since the rules of shape have reported it.
 */

export const knownText = (value: unknown): string | undefined =>
  typeof value === "string" && !isUnknown(value) ? value : undefined;

/** A positive whole number, or the number in its decimal string. */
export function knownId(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

export const knownList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const knownRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
