import { commands } from "../engine/commands.ts";
import { createProject } from "../engine/create-project.ts";
import { floorProgram, pipelineProgram } from "../engine/programs.ts";
import type { Section } from "../report/report.ts";
import { alternate, compare } from "../support/alternate.ts";
import type { Benchmark } from "../support/benchmark.ts";
import { benchmarkWorld } from "../support/benchmark-world.ts";
import { declaredPipelines } from "../support/declared-pipelines.ts";
import { serviceEnvironment, startEmulator } from "../support/start-emulator.ts";
import { nodeProcesses } from "./node-processes.ts";

/** The page's picture is drawn from the table of this title. */
export const growthTitle = "Processor time over the floor, in milliseconds for each pipeline beyond the first";

/** Commands and their rounds; an `up` that creates runs once, because its way back takes longer than it does. */
const rounds = { up: 1, preview: 3, refresh: 3 } as const;
const names = Object.keys(rounds) as (keyof typeof rounds)[];

/** Milliseconds over the floor, in the order of the names. */
interface Differences {
  size: number;
  differences: number[];
}

/** What a pipeline adds to program and plugin as the stack grows. */
export const measureGrowth: Benchmark = async ({ quick, say }) => {
  await using emulator = await startEmulator(benchmarkWorld);
  using processes = nodeProcesses();
  const environment = { ...serviceEnvironment(emulator), ...processes.environment };
  const results: Differences[] = [];
  for (const size of quick ? [1, 5, 10] : [1, 50, 200, 500]) {
    say(`${String(size)} pipelines`);
    await emulator.admin.reset();
    using ours = await createProject(pipelineProgram, environment);
    using floor = await createProject(floorProgram, environment);
    for (const project of [ours, floor]) project.declare(declaredPipelines(size));
    const differences: number[] = [];
    for (const name of names) {
      const timeOf = (project: typeof ours) => () => processes.timeOf(() => project.pulumi(...commands[name]));
      const pairs = await alternate(quick ? 1 : rounds[name], { ours: timeOf(ours), floor: timeOf(floor) });
      differences.push(compare(pairs).difference);
    }
    results.push({ size, differences });
  }
  return sectionOf(results);
};

/** A stack of one pays for starting the client: that is taken off, and shown in a row of its own. */
const sectionOf = ([single, ...larger]: readonly Differences[]): Section => ({
  name: "growth",
  title: "Growth",
  method:
    "Program and plugin alone, each of which tells its processor time at its end: the engine itself takes the same for " +
    "both, and its noise is larger than what is looked for. Medians of three rounds; one for `up`, with everything new.",
  tables: [
    {
      title: growthTitle,
      columns: [{ head: "pipelines" }, ...names.map((head) => ({ head, digits: 1 }))],
      rows: [
        ["the first", ...(single?.differences ?? [])],
        ...larger.map(({ size, differences }) => [
          size,
          ...differences.map((difference, index) => (difference - (single?.differences[index] ?? 0)) / (size - 1)),
        ]),
      ],
    },
  ],
  aims: [],
});
