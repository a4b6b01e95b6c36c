import { type Client, createSourcePipelineClient } from "../../provider/services/sourcepipeline/api/client.ts";
import { manyTimes } from "../client/many-times.ts";
import type { Section } from "../report/report.ts";
import type { Benchmark } from "../support/benchmark.ts";
import { targetsOf } from "../support/benchmark-world.ts";
import { median } from "../support/median.ts";
import { startEmulator } from "../support/start-emulator.ts";
import { timeIt } from "../support/time-it.ts";
import { largeWorld } from "./large-world.ts";

/** Creations a second in one world. */
interface Rates {
  readonly world: string;
  readonly inMemory: number[];
  readonly withState: number[];
}

/** What a write costs in a small world and in a large one, with a state file and without. The rounds take turns. */
export const measureWrites: Benchmark = async ({ quick, say }) => {
  const [large, rounds, count] = quick ? [100, 1, 50] : [7_400, 5, 600];
  const worlds = [1, large].map((pipelines) => {
    const rates: Rates = { world: `${pipelines.toLocaleString("en-US")} pipelines`, inMemory: [], withState: [] };
    return { pipelines, rates };
  });
  for (let round = 1; round <= rounds; round += 1) {
    for (const { pipelines, rates } of worlds) {
      say(`round ${String(round)}, ${rates.world}`);
      rates.inMemory.push(await creationsPerSecond(pipelines, count, false));
      rates.withState.push(await creationsPerSecond(pipelines, count, true));
    }
  }
  return sectionOf(worlds.map(({ rates }) => rates));
};

async function creationsPerSecond(pipelines: number, count: number, keepsState: boolean): Promise<number> {
  await using emulator = await startEmulator(largeWorld(pipelines, 1), { keepsState });
  const { url: endpoint, accessKey, secretKey } = emulator;
  const client = createSourcePipelineClient({ endpoint, region: "KR", accessKey, secretKey });
  let made = 0;
  const create = () => createOne(client, (made += 1));
  // The first requests load and compile modules on both sides.
  await manyTimes(count / 10, create);
  const elapsed = await timeIt(() => manyTimes(count, create));
  return (count / elapsed) * 1000;
}

const createOne = (client: Client, number: number) =>
  client.createProject({
    body: {
      name: `new-${String(number)}`,
      tasks: [{ name: "build", type: "SourceBuild", config: { projectId: targetsOf(number).buildProjectId } }],
    },
  });

function sectionOf(results: readonly Rates[]): Section {
  const [small, large] = results.map(({ inMemory, withState }) => ({
    inMemory: median(inMemory),
    withState: median(withState),
  }));
  const ratio = (of: "inMemory" | "withState"): number => (large?.[of] ?? NaN) / (small?.[of] ?? NaN);
  return {
    name: "writes",
    title: "Writes of the emulator",
    method:
      "The built command in a process of its own, with and without `--state`. One process creates pipelines with the " +
      "signed client, six at a time. The worlds take turns; medians.",
    tables: [
      {
        title: "Creations a second",
        columns: [{ head: "world" }, { head: "in memory" }, { head: "with --state" }],
        rows: results.map(({ world, inMemory, withState }) => [world, median(inMemory), median(withState)]),
      },
      {
        title: "The large world over the small one",
        columns: [
          { head: "in memory", digits: 2 },
          { head: "with --state", digits: 2 },
        ],
        rows: [[ratio("inMemory"), ratio("withState")]],
      },
    ],
    aims: [
      {
        what: "creations with a state file in the large world, over those in the small one",
        measured: ratio("withState"),
        limit: 0.8,
        direction: "atLeast",
        unit: "times",
        digits: 2,
      },
    ],
  };
}
