import type { Problem } from "../problem.ts";
import type { Gathered } from "./gather-references.ts";

/** Resources of the program that the state has, as messages call them, by the paths where their ids stand. */
export type FromStack = Readonly<Partial<Record<string, string>>>;

/**
 * Problems in which what is missing is named, where it is a resource of the program: it was made once, and somebody has
 * deleted it since. No other name or id was meant.
 *
 * @example explainGone(problems, gathered, { "triggers.pipelines[0].id": 'Pipeline "shop"' })
 */
export function explainGone(
  problems: readonly Problem[],
  { followed }: Gathered,
  fromStack: FromStack,
): readonly Problem[] {
  const missed = new Set(followed.flatMap(({ missed: miss }) => miss?.problem ?? []));
  return problems.map((problem) => {
    const resource = missed.has(problem) ? fromStack[problem.path] : undefined;
    if (resource === undefined) return problem;
    return {
      ...problem,
      message: `${problem.message.slice(0, -1)} any more: it is ${resource} of this stack, and was deleted elsewhere.`,
      hint: '"pulumi up --refresh" makes it again, and "pulumi preview --refresh" shows that before.',
    };
  });
}
