import { namePattern } from "../../api/limits.ts";
import { suggestion } from "../nearest.ts";
import type { RuleCode } from "../rules/catalogue.ts";
import { isUnknown } from "../unknown.ts";
import { bad, type Field, good } from "./field.ts";

/** Fields that hold one value. Each skips what is unknown. */

export const text: Field = (value, place) => {
  if (typeof value === "string") return good(value);
  return bad(value, { code: "NCSP002", place, what: `${shown(value)} is not a text.`, remedy: "Give a string." });
};

export const nonEmptyText: Field = (value, place) => {
  if (value !== "") return text(value, place);
  return bad(value, { code: "NCSP003", place, what: "It is empty.", remedy: "Give a name, or leave it out." });
};

export const boolean: Field = (value, place) => {
  if (typeof value === "boolean" || isUnknown(value)) return good(value);
  return bad(value, {
    code: "NCSP002",
    place,
    what: `${shown(value)} is no yes or no.`,
    remedy: "Give true or false.",
  });
};

/** A positive whole number, or its decimal string, which becomes the number. */
export const id: Field = (value, place) => {
  if (isUnknown(value)) return good(value);
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof number === "number" && Number.isSafeInteger(number) && number > 0) return good(number);
  return bad(value, {
    code: "NCSP106",
    place,
    what: `${shown(value)} is not an id.`,
    remedy: "Give the number that the look-ups (getBuildProject, getDeployScenario, …) return.",
  });
};

export const matching =
  (code: RuleCode, pattern: RegExp, what: string, remedy: string): Field =>
  (value, place) => {
    if (isUnknown(value) || (typeof value === "string" && pattern.test(value))) return good(value);
    return bad(value, { code, place, what: `${shown(value)} is not ${what}.`, remedy });
  };

export const oneOf =
  (code: RuleCode, words: readonly string[]): Field =>
  (value, place) => {
    if (isUnknown(value) || words.some((word) => word === value)) return good(value);
    const remedy = suggestion(typeof value === "string" ? value : "", words);
    return bad(value, { code, place, what: `${shown(value)} is not known here.`, remedy });
  };

export const name =
  (code: RuleCode, { minimum, maximum }: { minimum: number; maximum: number }): Field =>
  (value, place) => {
    if (isUnknown(value)) return good(value);
    const valid = typeof value === "string" && value.length <= maximum && namePattern.test(value);
    if (valid) return good(value);
    const long = typeof value === "string" && value.length > maximum ? ` (${String(value.length)} characters)` : "";
    return bad(value, {
      code,
      place,
      what: `${shown(value)} is not a valid name${long}.`,
      remedy: `Use ${String(minimum)} to ${String(maximum)} English letters, digits, "-" and "_".`,
    });
  };

export const limitedText =
  (code: RuleCode, { maximum }: { maximum: number }): Field =>
  (value, place) => {
    if (typeof value !== "string" || value.length <= maximum) return text(value, place);
    const what = `It has ${String(value.length)} characters.`;
    return bad(value, { code, place, what, remedy: `Shorten it to ${String(maximum)}.` });
  };

/** A value for a message: short, and recognisable. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return "Nothing";
  const written = JSON.stringify(value);
  return written.length > 60 ? `${written.slice(0, 57)}...` : written;
}
