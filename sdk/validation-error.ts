import type * as pulumi from "@pulumi/pulumi";
import { namesItsResources } from "./recover-failures.ts";
import { runError } from "./run-error.ts";

/**
 * The one error about all mistakes of a program.
 *
 * @param problems a line each, with the resource and the path
 */
export const validationError = (problems: readonly string[]): pulumi.RunError =>
  namesItsResources(runError(`Validation failed; nothing was changed:\n${shortened(problems).join("\n")}`));

/** How many mistakes of one kind are shown: a loop makes the same one many times. */
const shownOfEach = 20;

/** The first mistakes of each code, and how many more there are. */
function shortened(problems: readonly string[]): string[] {
  const counts = new Map<string, number>();
  const lines = problems.filter((line) => {
    const code = codeOf(line);
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= shownOfEach;
  });
  const more = [...counts].filter(([, count]) => count > shownOfEach);
  return [
    ...lines,
    ...more.map(([code, count]) => `  … and ${count - shownOfEach} more of this kind. ${code}`.trimEnd()),
  ];
}

const codeOf = (line: string): string => /\[NCSP\d+\]$/.exec(line)?.[0] ?? "";
