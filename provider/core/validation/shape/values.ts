import { suggestion } from "../nearest.ts";
import { knownId } from "../partial.ts";
import { problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { suggestZone } from "../schedule/suggest-zone.ts";
import { isUnknown } from "../unknown.ts";
import { mayExist } from "../schedule/zones.ts";
import { bad, type Field, good } from "./field.ts";
import { shapeRules } from "./shape-rules.ts";

/** Fields that hold one value. Each skips what is unknown. */

export const text: Field = (value, path) => {
  if (typeof value === "string") return good(value);
  return bad(value, problem(shapeRules.NCSP002, path, `${shown(value)} is not a text.`, "Give a string."));
};

export const nonEmptyText: Field = (value, path) => {
  if (value !== "") return text(value, path);
  return bad(value, problem(shapeRules.NCSP003, path, "It is empty.", "Give a name, or leave it out."));
};

/** A time zone that exists; whether the service offers it is told from its list. */
export const timeZone =
  (rule: Rule): Field =>
  (value, path) => {
    const read = nonEmptyText(value, path);
    if (read.problems.length > 0 || isUnknown(value) || mayExist(value as string)) return read;
    return bad(value, problem(rule, path, `There is no time zone ${shown(value)}.`, suggestZone(value as string)));
  };

export const boolean: Field = (value, path) => {
  if (typeof value === "boolean" || isUnknown(value)) return good(value);
  return bad(value, problem(shapeRules.NCSP002, path, `${shown(value)} is no yes or no.`, "Give true or false."));
};

/** A positive whole number, or its decimal string, which becomes the number. */
export const id: Field = (value, path) => {
  if (isUnknown(value)) return good(value);
  const number = knownId(value);
  if (number !== undefined) return good(number);
  return bad(value, problem(shapeRules.NCSP106, path, `${shown(value)} is not an id.`));
};

export const integer =
  (rule: Rule, { minimum, maximum }: { minimum: number; maximum: number }): Field =>
  (value, path) => {
    if (isUnknown(value)) return good(value);
    if (Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum) return good(value);
    const hint = `Give a whole number from ${minimum} to ${maximum}.`;
    return bad(value, problem(rule, path, `${shown(value)} is not a number that is allowed here.`, hint));
  };

export const matching =
  (rule: Rule, pattern: RegExp, what: string): Field =>
  (value, path) => {
    if (isUnknown(value) || (typeof value === "string" && pattern.test(value))) return good(value);
    return bad(value, problem(rule, path, `${shown(value)} is not ${what}.`));
  };

export const oneOf =
  (rule: Rule, words: readonly string[]): Field =>
  (value, path) => {
    if (isUnknown(value) || words.some((word) => word === value)) return good(value);
    const hint = suggestion(typeof value === "string" ? value : "", words);
    return bad(value, problem(rule, path, `${shown(value)} is not known here.`, hint));
  };

/** What a name may be made of: characters and how many. */
export interface NameLimits {
  readonly minimum: number;
  readonly maximum: number;
  /** English letters, digits, "-" and "_", or fewer. */
  readonly pattern: RegExp;
}

export const name =
  (rule: Rule, { minimum, maximum, pattern }: NameLimits): Field =>
  (value, path) => {
    if (isUnknown(value)) return good(value);
    const valid = typeof value === "string" && value.length <= maximum && pattern.test(value);
    if (valid) return good(value);
    const long = typeof value === "string" && value.length > maximum ? ` (${value.length} characters)` : "";
    const hint = `Use ${minimum} to ${maximum} English letters, digits, "-" and "_".`;
    return bad(value, problem(rule, path, `${shown(value)} is not a valid name${long}.`, hint));
  };

export const limitedText =
  (rule: Rule, { maximum }: { maximum: number }): Field =>
  (value, path) => {
    if (typeof value !== "string" || value.length <= maximum) return text(value, path);
    return bad(value, problem(rule, path, `It has ${value.length} characters.`, `Shorten it to ${maximum}.`));
  };

/** A value for a message: short, and recognisable. Programs may hand over anything, functions and circles included. */
function shown(value: unknown): string {
  const written = shownWhole(value);
  return written.length > 60 ? `${written.slice(0, 57)}...` : written;
}

function shownWhole(value: unknown): string {
  if (value === undefined || value === null) return "Nothing";
  if (Array.isArray(value)) return "A list";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return `This ${typeof value}`;
}
