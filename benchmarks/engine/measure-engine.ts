import type { Benchmark } from "../support/benchmark.ts";
import { benchmarkWorld } from "../support/benchmark-world.ts";
import { serviceEnvironment, startEmulator } from "../support/start-emulator.ts";
import { createProject, type Project } from "./create-project.ts";
import { engineSection } from "./engine-section.ts";
import { measureSize, type SizeResult } from "./measure-size.ts";
import { bareGotProgram, floorProgram, pipelineProgram } from "./programs.ts";

interface Plan {
  readonly size: number;
  readonly rounds: number;
}

/** Sizes and the rounds of each: large ones take minutes. */
const plans = {
  quick: [
    { size: 1, rounds: 1 },
    { size: 10, rounds: 1 },
  ],
  full: [
    { size: 1, rounds: 5 },
    { size: 50, rounds: 3 },
    { size: 200, rounds: 5 },
    { size: 500, rounds: 1 },
  ],
} as const;

/** Where the comparison with got alone is made. */
const bareGotPlans = { quick: { size: 10, rounds: 1 }, full: { size: 200, rounds: 3 } } as const;

/** The engine's commands on pipelines, next to as many resources whose provider does nothing. */
export const measureEngine: Benchmark = async ({ quick, say }) => {
  await using emulator = await startEmulator(benchmarkWorld);
  using ours = await createProject(pipelineProgram, serviceEnvironment(emulator));
  using floor = await createProject(floorProgram, {});
  const measure = async ({ size, rounds }: Plan, against: Project): Promise<SizeResult> => {
    await emulator.admin.reset();
    return measureSize(size, rounds, { ours, floor: against });
  };
  const results: SizeResult[] = [];
  for (const plan of quick ? plans.quick : plans.full) {
    say(`${String(plan.size)} pipelines, rounds: ${String(plan.rounds)}`);
    results.push(await measure(plan, floor));
  }
  say("next to got alone");
  using bareGot = await createProject(bareGotProgram, serviceEnvironment(emulator));
  return engineSection(results, await measure(quick ? bareGotPlans.quick : bareGotPlans.full, bareGot));
};
