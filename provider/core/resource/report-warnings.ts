import { formatProblem, type Problem } from "../validation/problem.ts";
import type { OperationContext } from "./operation-context.ts";

/** Whose warnings are reported. */
export interface Warned {
  readonly noun: string;
  readonly urn: string | undefined;
  readonly name: string;
  /** Whether the update makes or changes the resource. */
  readonly changes: boolean;
  /** Titles of the rules, by code. */
  readonly titleOf: (code: Problem["code"]) => string;
}

/** What was reported in this session already. */
const createReported = (): Set<string> => new Set();

/**
 * Reports warnings, each once; a list that several resources need and that cannot be read is one of them. What is known
 * of resources that stay as they are is one line for each rule: whoever reads the same hundred lines at every preview
 * does not read the new one.
 */
export function reportWarnings(
  problems: readonly Problem[],
  { session, report }: OperationContext,
  { noun, urn, name, changes, titleOf }: Warned,
): void {
  const reported = session.shared(createReported);
  const isNew = (message: string): boolean => !reported.has(message) && reported.add(message).has(message);
  for (const problem of problems.filter(({ code }) => !session.silence.has(code))) {
    if (changes || problem.code === listProblem) {
      const message = formatProblem(problem);
      if (isNew(`${problem.code === listProblem ? "" : (urn ?? "")} ${message}`)) report("warning", message, urn);
    } else if (isNew(`unchanged ${problem.code}`)) {
      report("warning", unchanged(noun, problem.code, name, titleOf(problem.code)));
    }
  }
}

/** A list of the account could not be read: this says nothing about a resource. */
const listProblem = "NCSP901";

const unchanged = (noun: string, code: string, name: string, title: string): string =>
  `There are ${noun}s that stay as they are, "${name}" among them, for which this does not hold: ${title}. ` +
  `Details: "sourcepipeline check". Silence: "pulumi config set ncloud:silence ${code}". [${code}]`;
