import { commandLine } from "../command-line.ts";
import { formatProblem, type Problem } from "../validation/problem.ts";
import type { OperationContext } from "./operation-context.ts";
import type { AnyResourceType } from "./resource-type.ts";

/** Whose warnings are reported. */
export interface Warned {
  readonly urn: string | undefined;
  readonly name: string;
  /** Whether the update makes or changes the resource. */
  readonly changes: boolean;
}

/** What was reported in this session already. */
const createReported = (): Set<string> => new Set();

/**
 * Reports warnings, each once; a list that several resources need and that cannot be read is one of them. What is known
 * of resources that stay as they are is one line for each rule: whoever reads the same hundred lines at every preview
 * does not read the new one.
 */
export function reportWarnings(
  { noun, rules }: Pick<AnyResourceType, "noun" | "rules">,
  problems: readonly Problem[],
  { session, report }: OperationContext,
  { urn, name, changes }: Warned,
): void {
  const reported = session.shared(createReported);
  const isNew = (message: string): boolean => !reported.has(message) && reported.add(message).has(message);
  for (const problem of problems.filter(({ code }) => !session.silence.has(code))) {
    const { title = "", about } = rules[problem.code] ?? {};
    // A list of the account that cannot be read: this says nothing about a resource.
    const isOfList = about === "list";
    if (changes || isOfList) {
      const message = formatProblem(problem);
      if (isNew(`${isOfList ? "" : (urn ?? "")} ${message}`)) report("warning", message, urn);
    } else if (isNew(`${unchanged} ${problem.code}`)) {
      // Setting the configuration anew must not bring back what is silenced, or was to be a line before.
      const before = [...reported].filter((message) => message.startsWith(`${unchanged} `));
      const codes = [...session.silence, ...before.map((message) => message.slice(unchanged.length + 1))];
      report("warning", staysSo(noun, problem.code, name, title, codes));
    }
  }
}

/** Marks what was reported of resources that stay as they are. */
const unchanged = "unchanged";

const staysSo = (noun: string, code: string, name: string, title: string, silenced: readonly string[]): string =>
  `There are ${noun}s that stay as they are, "${name}" among them, for which this does not hold: ${title}. ` +
  `Details: "${commandLine("check")}". Silence: "pulumi config set ncloud:silence ${silenced.join(",")}". [${code}]`;
