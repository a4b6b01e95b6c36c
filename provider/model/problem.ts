import type { RuleCode } from "./rules/catalogue.ts";

/** Something that is wrong with a pipeline, as data. */
export interface Problem {
  code: RuleCode;
  /** Where: `tasks[2].linkedTasks[0]`; empty for the pipeline as a whole. */
  place: string;
  /** What is wrong, a sentence. */
  what: string;
  /** What to do, a sentence. */
  remedy: string;
}

/**
 * A problem as one line.
 *
 * @example formatProblem({ code: "NCSP103", place: "tasks", what: "There is no task.", remedy: "Give at least one." })
 */
export function formatProblem({ code, place, what, remedy }: Problem): string {
  return `${place === "" ? "" : `${place}: `}${what} ${remedy} [${code}]`;
}
