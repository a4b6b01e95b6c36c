import { commandNames } from "../engine/commands.ts";
import { createProject } from "../engine/create-project.ts";
import { measureSize, type SizeResult } from "../engine/measure-size.ts";
import { pipelineProgram } from "../engine/programs.ts";
import type { Section } from "../report/report.ts";
import type { Benchmark } from "../support/benchmark.ts";
import { benchmarkWorld } from "../support/benchmark-world.ts";
import { serviceEnvironment, startEmulator } from "../support/start-emulator.ts";

/** The same programs with two builds of this package, in turn: what a change brings. */
export const measureBefore: Benchmark = async ({ quick, before, say }) => {
  if (before === undefined) throw new Error("Name another built checkout of this repository with --before FOLDER.");
  // An emulator each: ids of one are not known to the other.
  await using emulator = await startEmulator(benchmarkWorld);
  await using emulatorBefore = await startEmulator(benchmarkWorld);
  using ours = await createProject(pipelineProgram, serviceEnvironment(emulator));
  using floor = await createProject(pipelineProgram, serviceEnvironment(emulatorBefore), before);
  const size = quick ? 5 : 100;
  const rounds = quick ? 1 : 3;
  say(`${String(size)} pipelines, rounds: ${String(rounds)}`);
  return sectionOf(await measureSize(size, rounds, { ours, floor }));
};

const sectionOf = ({ size, commands }: SizeResult): Section => ({
  name: "before",
  title: "Before and after",
  method:
    `${size} pipelines with this build and with the one before the mends that are named above, command by command in ` +
    "turn. Seconds of processors, medians; the last column is the ratio on the clock.",
  tables: [
    {
      title: "What the mends brought",
      columns: [
        { head: "command" },
        { head: "before", digits: 2 },
        { head: "after", digits: 2 },
        { head: "ratio", digits: 2 },
        { head: "ratio on the clock", digits: 2 },
      ],
      rows: commandNames.map((name) => {
        const { wall, processor } = commands[name];
        return [name, processor.floor / 1000, processor.ours / 1000, processor.ratio, wall.ratio];
      }),
    },
  ],
  aims: [],
});
