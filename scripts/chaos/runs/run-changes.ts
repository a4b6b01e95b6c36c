import type { Change } from "../programs/scene.ts";
import { inventArgs, inventRun } from "./invent-run.ts";
import type { RunSpec } from "./run-spec.ts";

const any = { least: 0, most: Infinity };

/** How many runs a program declares at most. */
const mostRuns = 6;

/** What happens to runs between two commands, by the name under which it is counted. */
export const runChanges: Readonly<Record<string, Change>> = {
  "declare a run": {
    ...any,
    weight: 3,
    apply: ({ program, nextResource, random }) => {
      if (program.runs.size < mostRuns) program.runs.set(nextResource("run"), inventRun(program, random));
    },
  },
  "change the triggers of runs": {
    ...any,
    weight: 4,
    apply: ({ program: { runs }, random }) => {
      for (const [name, spec] of runs) if (random() < 0.6) runs.set(name, { ...spec, edition: spec.edition + 1 });
    },
  },
  "wait for a run in another way": {
    ...any,
    weight: 1,
    apply: ({ program: { runs }, random }) => {
      const name = nameOf(runs, random);
      const spec = runs.get(name ?? "");
      if (name !== undefined && spec !== undefined) runs.set(name, { ...spec, args: inventArgs(random) });
    },
  },
  "remove a run": {
    ...any,
    weight: 1,
    apply: ({ program: { runs }, random }) => {
      const name = nameOf(runs, random);
      if (name !== undefined && runs.size > 2) runs.delete(name);
    },
  },
};

const nameOf = (runs: ReadonlyMap<string, RunSpec>, random: () => number): string | undefined =>
  [...runs.keys()][Math.floor(random() * runs.size)];
