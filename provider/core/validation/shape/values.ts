import { namePattern } from "../../../services/sourcepipeline/api/limits.ts";
import { suggestion } from "../nearest.ts";
import { knownId } from "../partial.ts";
import { problem } from "../problem.ts";
import type { RuleCode } from "../../../services/sourcepipeline/pipeline/rules/catalogue.ts";
import { suggestZone } from "../schedule/suggest-zone.ts";
import { isUnknown } from "../unknown.ts";
import { mayExist } from "../schedule/zones.ts";
import { bad, type Field, good } from "./field.ts";

/** Fields that hold one value. Each skips what is unknown. */

const text: Field = (value, path) => {
  if (typeof value === "string") return good(value);
  return bad(value, problem("NCSP002", path, `${shown(value)} is not a text.`, "Give a string."));
};

export const nonEmptyText: Field = (value, path) => {
  if (value !== "") return text(value, path);
  return bad(value, problem("NCSP003", path, "It is empty.", "Give a name, or leave it out."));
};

/** A time zone that exists; whether the service offers it is told from its list. */
export const timeZone: Field = (value, path) => {
  const read = nonEmptyText(value, path);
  if (read.problems.length > 0 || isUnknown(value) || mayExist(value as string)) return read;
  return bad(value, problem("NCSP205", path, `There is no time zone ${shown(value)}.`, suggestZone(value as string)));
};

export const boolean: Field = (value, path) => {
  if (typeof value === "boolean" || isUnknown(value)) return good(value);
  return bad(value, problem("NCSP002", path, `${shown(value)} is no yes or no.`, "Give true or false."));
};

/** A positive whole number, or its decimal string, which becomes the number. */
export const id: Field = (value, path) => {
  if (isUnknown(value)) return good(value);
  const number = knownId(value);
  if (number !== undefined) return good(number);
  return bad(value, problem("NCSP106", path, `${shown(value)} is not an id.`));
};

export const matching =
  (code: RuleCode, pattern: RegExp, what: string): Field =>
  (value, path) => {
    if (isUnknown(value) || (typeof value === "string" && pattern.test(value))) return good(value);
    return bad(value, problem(code, path, `${shown(value)} is not ${what}.`));
  };

export const oneOf =
  (code: RuleCode, words: readonly string[]): Field =>
  (value, path) => {
    if (isUnknown(value) || words.some((word) => word === value)) return good(value);
    const hint = suggestion(typeof value === "string" ? value : "", words);
    return bad(value, problem(code, path, `${shown(value)} is not known here.`, hint));
  };

export const name =
  (code: RuleCode, { minimum, maximum }: { minimum: number; maximum: number }): Field =>
  (value, path) => {
    if (isUnknown(value)) return good(value);
    const valid = typeof value === "string" && value.length <= maximum && namePattern.test(value);
    if (valid) return good(value);
    const long = typeof value === "string" && value.length > maximum ? ` (${value.length} characters)` : "";
    const hint = `Use ${minimum} to ${maximum} English letters, digits, "-" and "_".`;
    return bad(value, problem(code, path, `${shown(value)} is not a valid name${long}.`, hint));
  };

export const limitedText =
  (code: RuleCode, { maximum }: { maximum: number }): Field =>
  (value, path) => {
    if (typeof value !== "string" || value.length <= maximum) return text(value, path);
    return bad(value, problem(code, path, `It has ${value.length} characters.`, `Shorten it to ${maximum}.`));
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
