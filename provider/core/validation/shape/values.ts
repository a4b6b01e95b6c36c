import { suggestWord } from "../nearest.ts";
import { knownId } from "../partial.ts";
import { problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { suggestZone } from "../schedule/suggest-zone.ts";
import { isUnknown } from "../unknown.ts";
import { mayExist } from "../schedule/zones.ts";
import { expected, shown } from "./expected.ts";
import { bad, type Field, good } from "./field.ts";
import { shapeRules } from "./shape-rules.ts";

/** Fields that hold one value. Each skips what is unknown. */

export const string: Field = (value, path) => {
  if (typeof value === "string") return good(value);
  return bad(value, problem(shapeRules.NCSP002, path, expected("a string", value)));
};

/** @param hint what to give, a sentence */
export const nonEmptyString =
  (hint: string): Field =>
  (value, path) => {
    if (value !== "") return string(value, path);
    return bad(value, problem(shapeRules.NCSP003, path, expected("a string that is not empty", value), hint));
  };

/** A time zone that exists; whether the service offers it, its list shows. */
export const timeZone =
  (rule: Rule): Field =>
  (value, path) => {
    const read = nonEmptyString(rule.hint)(value, path);
    if (read.problems.length > 0 || isUnknown(value) || mayExist(value as string)) return read;
    return bad(value, problem(rule, path, `Time zone ${shown(value)} does not exist.`, suggestZone(value as string)));
  };

export const boolean: Field = (value, path) => {
  if (typeof value === "boolean" || isUnknown(value)) return good(value);
  return bad(value, problem(shapeRules.NCSP002, path, expected("a boolean", value), "Give true or false."));
};

/**
 * A positive whole number, or its decimal string, which becomes the number.
 *
 * @param hint what to give, a sentence in which `{name}` stands for the value, where that may be a name
 */
export const id =
  (hint: string = shapeRules.NCSP106.hint): Field =>
  (value, path) => {
    if (isUnknown(value)) return good(value);
    const number = knownId(value);
    if (number !== undefined) return good(number);
    const isName = typeof value === "string" && value.length <= 50 && /\p{L}/u.test(value);
    const fitting = hint.replace("{name}", () => JSON.stringify(isName ? value : "…"));
    return bad(value, problem(shapeRules.NCSP106, path, expected("an id", value), fitting));
  };

export const integer =
  (rule: Rule, { minimum, maximum }: { minimum: number; maximum: number }): Field =>
  (value, path) => {
    if (isUnknown(value)) return good(value);
    if (Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum) return good(value);
    return bad(value, problem(rule, path, expected(`a whole number from ${minimum} to ${maximum}`, value)));
  };

export const matching =
  (rule: Rule, pattern: RegExp, noun: string): Field =>
  (value, path) => {
    if (isUnknown(value) || (typeof value === "string" && pattern.test(value))) return good(value);
    return bad(value, problem(rule, path, expected(noun, value)));
  };

export const oneOf =
  (rule: Rule, words: readonly string[]): Field =>
  (value, path) => {
    if (isUnknown(value) || words.some((word) => word === value)) return good(value);
    const hint = suggestWord(typeof value === "string" ? value : "", words);
    const what = typeof value === "string" ? `Unknown value ${shown(value)}.` : expected("a string", value);
    return bad(value, problem(rule, path, what, hint));
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
    if (typeof value !== "string") return bad(value, problem(rule, path, expected("a name", value)));
    const long = value.length > maximum ? ` (${value.length} characters)` : "";
    const hint = `Use ${minimum} to ${maximum} English letters, digits, "-" and "_".`;
    return bad(value, problem(rule, path, `${shown(value)} is not a valid name${long}.`, hint));
  };

export const limitedString =
  (rule: Rule, { maximum }: { maximum: number }): Field =>
  (value, path) => {
    if (typeof value !== "string" || value.length <= maximum) return string(value, path);
    return bad(value, problem(rule, path, `The string has ${value.length} characters.`, `Shorten it to ${maximum}.`));
  };
