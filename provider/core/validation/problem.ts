import { type RuleCode, rules } from "../../services/sourcepipeline/pipeline/rules/catalogue.ts";
import type { Severity } from "./rule.ts";

/** Something that is wrong with a pipeline, as data. */
export interface Problem {
  code: RuleCode;
  severity: Severity;
  /** Where: `tasks[2].linkedTasks[0]`; empty for the pipeline as a whole. */
  path: string;
  /** What is wrong, a sentence. */
  message: string;
  /** What to do, a sentence. */
  hint: string;
}

/**
 * A problem of a rule; the hint is the rule's unless a better one is known.
 *
 * @example problem("NCSP103", "tasks", "There is no task.")
 */
export function problem(code: RuleCode, path: string, message: string, hint: string = rules[code].hint): Problem {
  return { code, severity: rules[code].severity, path, message, hint };
}

/** Whether a problem stops a pipeline from being written. */
export const isError = ({ severity }: Problem): boolean => severity === "error";

/**
 * A problem as one line.
 *
 * @example formatProblem(problem("NCSP103", "tasks", "There is no task.", "Give at least one."))
 * // "tasks: There is no task. Give at least one. [NCSP103]"
 */
export function formatProblem({ code, path, message, hint }: Problem): string {
  return `${path === "" ? "" : `${path}: `}${message} ${hint} [${code}]`;
}
