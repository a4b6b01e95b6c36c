import { createProject, type Project } from "../engine/create-project.ts";
import { pipelineProgram } from "../engine/programs.ts";
import type { Benchmark } from "../support/benchmark.ts";
import { benchmarkWorld } from "../support/benchmark-world.ts";
import { declaredPipelines } from "../support/declared-pipelines.ts";
import { type EmulatorProcess, serviceEnvironment, startEmulator } from "../support/start-emulator.ts";
import { budgets } from "./budgets.ts";
import { callsSection, type CommandCalls } from "./calls-section.ts";

/** Counts what the service is asked for by each command, in the emulator's log. */
export const measureCalls: Benchmark = async ({ quick, say }) => {
  await using emulator = await startEmulator(benchmarkWorld);
  using project = await createProject(pipelineProgram, serviceEnvironment(emulator));
  const results: CommandCalls[] = [];
  for (const size of quick ? [5] : [20, 200]) {
    say(`${String(size)} pipelines`);
    results.push(...(await countAll(size, project, emulator)));
  }
  return callsSection(results);
};

async function countAll(size: number, project: Project, { admin }: EmulatorProcess): Promise<CommandCalls[]> {
  const results: CommandCalls[] = [];
  for (const { command, words, edition, budget } of budgets) {
    project.declare(declaredPipelines(size, edition));
    await admin.clearRequests();
    await project.pulumi(...words);
    const operations = (await admin.listRequests()).map(({ operation }) => String(operation));
    results.push({ command, size, operations, budget: budget(size) });
  }
  return results;
}
