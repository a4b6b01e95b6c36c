import type { Section } from "../report/report.ts";
import { alternate, compare, type Pair } from "../support/alternate.ts";
import type { Benchmark } from "../support/benchmark.ts";
import { benchmarkWorld } from "../support/benchmark-world.ts";
import { declaredPipelines } from "../support/declared-pipelines.ts";
import { repository } from "../support/repository.ts";
import { runProbe } from "../support/run-probe.ts";
import { serviceEnvironment, startEmulator } from "../support/start-emulator.ts";
import { verbProbe, verbs, type VerbTimes } from "./verb-probe.ts";

/** The provider's verbs in two builds of this package, in turn: what a change brings. */
export const measureBefore: Benchmark = async ({ quick, before, say }) => {
  if (before === undefined) throw new Error("Name another built checkout of this repository with --before FOLDER.");
  await using emulator = await startEmulator(benchmarkWorld);
  const size = quick ? 20 : 200;
  const pipelines = declaredPipelines(size).map(({ startedBy: _, ...pipeline }) => pipeline);
  const env = { ...process.env, ...serviceEnvironment(emulator), PIPELINES: JSON.stringify(pipelines) };
  const probe = async (cwd: string): Promise<VerbTimes> => {
    await emulator.admin.reset();
    return runProbe<VerbTimes>(verbProbe, { cwd, env });
  };
  say(`${String(size)} pipelines`);
  const pairs = await alternate(quick ? 1 : 9, { ours: () => probe(repository), floor: () => probe(before) });
  return sectionOf(size, pairs);
};

const sectionOf = (size: number, pairs: readonly Pair<VerbTimes>[]): Section => ({
  name: "before",
  title: "Before and after",
  method:
    `The plugin's side alone, without the engine: the verbs for ${String(size)} pipelines in a fresh process, with this ` +
    "build and with the one before the mends that are named above, in turn. Medians; the start of the client is in the " +
    "first verb that needs it.",
  tables: [
    {
      title: "Processor time for each pipeline, in milliseconds",
      columns: [
        { head: "verb" },
        { head: "before", digits: 2 },
        { head: "after", digits: 2 },
        { head: "ratio", digits: 2 },
      ],
      rows: verbs.map((verb) => {
        const { floor, ours, ratio } = compare(
          pairs.map((pair) => ({ ours: pair.ours[verb], floor: pair.floor[verb] })),
        );
        return [verb, floor, ours, ratio];
      }),
    },
  ],
  aims: [],
});
