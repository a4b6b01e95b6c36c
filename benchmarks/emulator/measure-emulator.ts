import { type Client, createSourcePipelineClient } from "../../provider/services/sourcepipeline/api/client.ts";
import type { Section } from "../report/report.ts";
import { manyTimes } from "../client/many-times.ts";
import type { Benchmark, BenchmarkContext } from "../support/benchmark.ts";
import { benchmarkWorld } from "../support/benchmark-world.ts";
import { median } from "../support/median.ts";
import { type EmulatorProcess, startEmulator } from "../support/start-emulator.ts";
import { timeIt } from "../support/time-it.ts";
import { largeWorld, pipelineId } from "./large-world.ts";
import { residentMemory } from "./resident-memory.ts";

/** What one world costs. */
interface WorldResult {
  world: string;
  readyMs: number;
  memoryMb: number;
  /** Requests a second, by what was asked for. */
  perSecond: Record<keyof typeof requests, number>;
}

/** What the worlds are asked for. */
const requests = {
  "one pipeline": (client: Client) => client.getProject({ projectId: pipelineId(0) }),
  "its runs": (client: Client) => client.getProjectHistories({ projectId: pipelineId(0), pageNo: 1, pageSize: 20 }),
  "build projects": (client: Client) => client.getBuildProjects({}),
} as const;

/** How fast the emulator starts and answers, and what it takes to hold a large account. */
export const measureEmulator: Benchmark = async (context) => {
  const [pipelines, runs] = context.quick ? [100, 1_000] : [10_000, 100_000];
  const seeds = {
    "1 pipeline, 1 run": { ...benchmarkWorld, ...largeWorld(1, 1) },
    [`${pipelines.toLocaleString("en-US")} pipelines, ${runs.toLocaleString("en-US")} runs`]: largeWorld(
      pipelines,
      runs,
    ),
  };
  const results: WorldResult[] = [];
  for (const [world, seed] of Object.entries(seeds)) {
    context.say(world);
    const starts: number[] = [];
    for (let round = 1; round < rounds(context); round += 1) {
      await using emulator = await startEmulator(seed);
      starts.push(emulator.readyMs);
    }
    await using emulator = await startEmulator(seed);
    const memoryMb = residentMemory(emulator.pid);
    const perSecond = await throughput(emulator, context);
    results.push({ world, readyMs: median([...starts, emulator.readyMs]), memoryMb, perSecond });
  }
  return sectionOf(results);
};

const rounds = ({ quick }: BenchmarkContext): number => (quick ? 1 : 3);

async function throughput(emulator: EmulatorProcess, { quick }: BenchmarkContext): Promise<WorldResult["perSecond"]> {
  const { url: endpoint, accessKey, secretKey } = emulator;
  const client = createSourcePipelineClient({ endpoint, region: "KR", accessKey, secretKey });
  const count = quick ? 50 : 1_000;
  const rates: [string, number][] = [];
  for (const [name, ask] of Object.entries(requests)) {
    // The first requests load and compile modules on both sides.
    await manyTimes(count / 10, () => ask(client));
    const elapsed = await timeIt(() => manyTimes(count, () => ask(client)));
    rates.push([name, (count / elapsed) * 1000]);
  }
  return Object.fromEntries(rates) as WorldResult["perSecond"];
}

const sectionOf = (results: readonly WorldResult[]): Section => ({
  name: "emulator",
  title: "Emulator",
  method:
    "The built command in a process of its own. Start-up is from the start of the process to its line on standard " +
    "output, with the seed read from a file; memory is what the process holds then. Requests come from one process " +
    "with the signed client, six at a time, so the client limits most of these rates.",
  tables: [
    {
      title: "Start, memory, requests a second",
      columns: [
        { head: "world" },
        { head: "start, ms" },
        { head: "memory, MiB" },
        ...Object.keys(requests).map((head) => ({ head })),
      ],
      rows: results.map(({ world, readyMs, memoryMb, perSecond }) => [
        world,
        readyMs,
        memoryMb,
        ...Object.values(perSecond),
      ]),
    },
  ],
  aims: [],
});
