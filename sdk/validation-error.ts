import type * as pulumi from "@pulumi/pulumi";
import { currentRun } from "./program-run.ts";
import { runError } from "./run-error.ts";

/**
 * The one error about all mistakes of a program.
 *
 * @param problems a line each, with the resource and the path
 */
export const validationError = (problems: readonly string[]): pulumi.RunError => runError(validationMessage(problems));

/** What it says. Only a preview knows that nothing was changed: in an update other resources may be under way. */
export function validationMessage(problems: readonly string[]): string {
  const { host, isPreview } = currentRun();
  const title = host === "engine" && isPreview ? "Validation failed; nothing was changed:" : "Validation failed:";
  return [title, ...shortened(problems)].join("\n");
}

/** How many mistakes of one kind are shown: a loop makes the same one many times. */
const shownOfEach = 20;

/** The first mistakes of each kind, and how many more there are. */
function shortened(problems: readonly string[]): string[] {
  const counts = new Map<string, { count: number; code: string }>();
  const lines = problems.filter((line) => {
    const code = codeOf(line);
    const kind = code === "" ? withoutNames(line) : code;
    const count = (counts.get(kind)?.count ?? 0) + 1;
    counts.set(kind, { count, code });
    return count <= shownOfEach;
  });
  const more = [...counts.values()].filter(({ count }) => count > shownOfEach);
  return [
    ...lines,
    ...more.map(({ count, code }) => `  … and ${count - shownOfEach} more of this kind. ${code}`.trimEnd()),
  ];
}

const codeOf = (line: string): string => /\[NCSP\d+\]$/.exec(line)?.[0] ?? "";

/** A line without what differs between two of one kind: what is quoted, and what is suggested. */
const withoutNames = (line: string): string =>
  line
    .replace(/"[^"]*"/g, '""')
    .replace(/\d+/g, "0")
    .replace(/^ {2}\w+ ""(, \S+)?: /, "")
    .split(". ")[0] ?? "";
