import { type RuleCode, rules } from "./rules/catalogue.ts";
import type { Severity } from "./rules/rule.ts";

/** Something that is wrong with a pipeline, as data. */
export interface Problem {
  code: RuleCode;
  severity: Severity;
  /** Where: `tasks[2].linkedTasks[0]`; empty for the pipeline as a whole. */
  place: string;
  /** What is wrong, a sentence. */
  what: string;
  /** What to do, a sentence. */
  remedy: string;
}

/**
 * A problem of a rule; the remedy is the rule's unless a better one is known.
 *
 * @example problem("NCSP103", "tasks", "There is no task.")
 */
export function problem(code: RuleCode, place: string, what: string, remedy: string = rules[code].remedy): Problem {
  return { code, severity: rules[code].severity, place, what, remedy };
}

/** Whether a problem stops a pipeline from being written. */
export const isError = ({ severity }: Problem): boolean => severity === "error";

/**
 * A problem as one line.
 *
 * @example formatProblem(problem("NCSP103", "tasks", "There is no task.", "Give at least one."))
 * // "tasks: There is no task. Give at least one. [NCSP103]"
 */
export function formatProblem({ code, place, what, remedy }: Problem): string {
  return `${place === "" ? "" : `${place}: `}${what} ${remedy} [${code}]`;
}
