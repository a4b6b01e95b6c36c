import { findCycles } from "../../provider/core/validation/graph/find-cycles.ts";
import { knownList, knownRecord } from "../../provider/core/validation/partial.ts";
import type { Problem } from "../../provider/core/validation/problem.ts";
import { problem } from "../../provider/core/validation/problem.ts";
import { rules } from "../../provider/services/sourcepipeline/pipeline/rules/catalogue.ts";

/** What is looked at of a data file. */
interface NamedFile {
  readonly path: string;
  readonly value: unknown;
}

/**
 * Finds what is wrong with data files in view of the others of their folder: names that two pipelines have, and
 * pipelines that start each other in a cycle.
 *
 * @returns the problems of each file, in the order of the files
 */
export function checkTogether(files: readonly NamedFile[]): Problem[][] {
  const names = files.map(({ value }) => knownRecord(value)["name"]);
  const found = names.map((name, index) => sharedName(files, name, names.indexOf(name), index));
  for (const [index, one] of cyclesOf(files, names)) found[index]?.push(one);
  return found;
}

function sharedName(files: readonly NamedFile[], name: unknown, first: number, index: number): Problem[] {
  if (typeof name !== "string" || first === index) return [];
  const earlier = files[first]?.path ?? "";
  return [problem(rules.NCSP112, "name", `"${name}" is also the name of the pipeline of ${earlier}.`)];
}

/** A cycle is a problem of the first of its files. */
function cyclesOf(files: readonly NamedFile[], names: readonly unknown[]): (readonly [number, Problem])[] {
  const starters = files.map(({ value }) =>
    knownList(knownRecord(knownRecord(value)["triggers"])["pipelines"]).map((trigger) =>
      names.indexOf(knownRecord(trigger)["name"] ?? NaN),
    ),
  );
  const next = files.map((_, node) => files.flatMap((__, other) => (isStarted(starters, other, node) ? [other] : [])));
  return findCycles(next).map((cycle) => {
    const [first = 0] = cycle;
    const path = [...cycle, first].map((node) => String(names[node])).join(" -> ");
    const position = starters[first]?.indexOf(cycle.at(-1) ?? first) ?? 0;
    const what = `These pipelines start each other in a cycle: ${path}.`;
    return [first, problem(rules.NCSP313, `triggers.pipelines[${String(position)}].name`, what)] as const;
  });
}

/** One that starts itself is what its own rule says. */
const isStarted = (starters: readonly (readonly number[])[], other: number, node: number): boolean =>
  other !== node && starters[other]?.includes(node) === true;
