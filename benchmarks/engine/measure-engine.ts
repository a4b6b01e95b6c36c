import type { Benchmark } from "../support/benchmark.ts";
import { benchmarkWorld } from "../support/benchmark-world.ts";
import { serviceEnvironment, startEmulator } from "../support/start-emulator.ts";
import { createProject } from "./create-project.ts";
import { engineSection } from "./engine-section.ts";
import { measureSize, type SizeResult } from "./measure-size.ts";
import { floorProgram, pipelineProgram } from "./programs.ts";

/** Sizes and the rounds of each: large ones take minutes. */
const plans = {
  quick: [
    { size: 1, rounds: 1 },
    { size: 10, rounds: 1 },
  ],
  full: [
    { size: 1, rounds: 3 },
    { size: 50, rounds: 3 },
    { size: 200, rounds: 3 },
    { size: 500, rounds: 1 },
  ],
} as const;

/** The engine's commands on pipelines, next to as many resources whose provider does nothing. */
export const measureEngine: Benchmark = async ({ quick, say }) => {
  await using emulator = await startEmulator(benchmarkWorld);
  using ours = await createProject(pipelineProgram, serviceEnvironment(emulator));
  using floor = await createProject(floorProgram, {});
  const results: SizeResult[] = [];
  for (const { size, rounds } of quick ? plans.quick : plans.full) {
    await emulator.admin.reset();
    say(`${String(size)} pipelines, rounds: ${String(rounds)}`);
    results.push(await measureSize(size, rounds, { ours, floor }));
  }
  return engineSection(results);
};
