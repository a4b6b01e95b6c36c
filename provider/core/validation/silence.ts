import { isError, type Problem, problem } from "./problem.ts";
import type { Rule } from "./rule.ts";
import { bad, type Field, good, madeWhenUsed, type Parsed } from "./shape/field.ts";
import { shapeRules } from "./shape/shape-rules.ts";
import { object, optional } from "./shape/structures.ts";
import { string } from "./shape/values.ts";
import { isUnknown } from "./unknown.ts";

type RuleTable = Readonly<Record<string, Rule>>;

/** The codes that can be silenced: an error would stop the resource all the same. */
export const warningCodes = (rules: RuleTable): string[] =>
  Object.keys(rules)
    .filter((code) => rules[code]?.severity === "warning")
    .sort();

/**
 * Why a code cannot be silenced, a sentence; undefined for one that can.
 *
 * @example whyNotSilenced(rules, "NCSP103") // '"NCSP103" is an error, not a warning.'
 */
export function whyNotSilenced(rules: RuleTable, code: string): string | undefined {
  const rule = Object.hasOwn(rules, code) ? rules[code] : undefined;
  if (rule === undefined) return `"${code}" is not the code of a rule.`;
  return rule.severity === "error" ? `"${code}" is an error, not a warning.` : undefined;
}

/**
 * Which warnings a resource silences: codes, each with the reason.
 *
 * @param rule that only warnings are silenced
 */
export function silence(rules: RuleTable, rule: Rule): Field {
  const reasons = madeWhenUsed(() => {
    const properties = Object.fromEntries(warningCodes(rules).map((code) => [code, optional(reason)]));
    return object(properties, "an object of reasons by code");
  });
  return (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return reasons(value, path);
    const refused: Problem[] = [];
    const given = Object.entries(value).filter(([code]) => {
      const message = whyNotSilenced(rules, code);
      if (message !== undefined) refused.push(problem(rule, `${path}.${code}`, message));
      return message === undefined;
    });
    const read = reasons(Object.fromEntries(given), path);
    return { value: read.value, problems: [...read.problems, ...refused] };
  };
}

/**
 * The problems without the warnings that a resource silences.
 *
 * @param given the argument `silence`, in canonical form or not
 */
export function withoutSilenced(problems: readonly Problem[], given: unknown): Problem[] {
  const codes = new Set(Object.keys(Object(given) as object));
  return problems.filter((found) => isError(found) || !codes.has(found.code));
}

/** Without its reason, nobody will know later whether a warning may come back. */
const reason: Field = (value, path): Parsed => {
  if (isUnknown(value)) return good(value);
  if (typeof value !== "string" || value.trim() !== "") return string(value, path);
  return bad(
    value,
    problem(shapeRules.NCSP003, path, "Expected a reason, got an empty string.", "Say why the warning is not shown."),
  );
};
