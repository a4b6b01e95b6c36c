import type { Rule, Severity } from "./rule.ts";

/** Something that is wrong with the inputs of a resource, as data. */
export interface Problem {
  code: string;
  severity: Severity;
  /** Where: `tasks[2].linkedTasks[0]`; empty for the resource as a whole. */
  path: string;
  /** What is wrong, a sentence. */
  message: string;
  /** What to do, a sentence. */
  hint: string;
}

/**
 * A problem of a rule; the hint is the rule's unless a better one is known.
 *
 * @example problem(rules.NCSP103, "tasks", "The list of tasks is empty.")
 */
export function problem({ code, severity, hint: usual }: Rule, path: string, message: string, hint = usual): Problem {
  return { code, severity, path, message, hint };
}

/** Whether a problem stops a resource from being written. */
export const isError = ({ severity }: Problem): boolean => severity === "error";

/**
 * A problem as one line.
 *
 * @example formatProblem(problem(rules.NCSP103, "tasks", "The list of tasks is empty.", "Give at least one."))
 * // "tasks: The list of tasks is empty. Give at least one. [NCSP103]"
 */
export function formatProblem({ code, path, message, hint }: Problem): string {
  return `${path === "" ? "" : `${path}: `}${message} ${hint} [${code}]`;
}
