import { createRandom } from "../../emulator/random.ts";
import { checkInvariants } from "./check-invariants.ts";
import { mutate } from "./mutate.ts";
import { createInventor } from "./program.ts";
import { repair } from "./repair.ts";
import { attemptMs, type ChaosReport, type Run } from "./run.ts";
import { type ServiceUnderTest, startService } from "./start-service.ts";
import { createTally } from "./tally.ts";
import { underFaults } from "./under-faults.ts";
import { startVirtualTime } from "./virtual-time.ts";
import { rollWeather } from "./weather.ts";

export interface ChaosOptions {
  readonly seed: number;
  /** At least so many steps of the engine and changes behind its back. */
  readonly operations: number;
  /** The chance of a fault at each request, from 0 to 1; 0.25 unless given, so that a fifth of all meets one. */
  readonly faults?: number;
}

/**
 * Runs seeded rounds until enough has happened, or an invariant is broken. The same seed plays the same program and
 * the same weather; which request meets which fault depends on the order in which they arrive.
 *
 * @example const { violations } = await runChaos({ seed: 7, operations: 1000 })
 */
export async function runChaos({ seed, operations, faults = 0.25 }: ChaosOptions): Promise<ChaosReport> {
  const random = createRandom(seed);
  using time = startVirtualTime();
  await using under = await startService(time.now);
  const tallies = { operations: createTally(), faults: createTally(), events: createTally() };
  const report: ChaosReport = { seed, rounds: 0, requests: { total: 0, underFaults: 0 }, violations: [], ...tallies };
  const foreign = addForeign(under);
  let resources = 0;
  const run: Run = {
    under,
    service: under.service,
    time,
    random,
    share: faults,
    foreign,
    program: new Map(),
    stack: { resources: [] },
    inventor: createInventor(random, foreign[0] ?? 0),
    nextResource: () => `resource-${(resources += 1)}`,
    doubts: new Set(),
    report,
  };
  while (report.operations.total() < operations && report.violations.length === 0) {
    report.rounds += 1;
    await playRound(run);
  }
  report.requests.total = under.service.lastRequestId;
  return report;
}

async function playRound(run: Run): Promise<void> {
  const { report, random, doubts } = run;
  for (let change = 2 + Math.floor(random() * 6); change > 0; change -= 1) report.operations.count(mutate(run));

  const weather = rollWeather(random, attemptMs);
  await underFaults(run, weather);
  await repair(run);
  doubts.clear();
  await checkInvariants(run);
  if (report.violations.length > 0) report.violations.push(`The weather was ${JSON.stringify(weather)}.`);
}

function addForeign({ service }: ServiceUnderTest): number[] {
  const tasks = [{ id: 1, name: "build", type: "SourceBuild" as const, projectId: 20633, linkedTasks: [] }];
  const trigger = { repository: [], schedule: [], sourcepipeline: [] };
  const ids = [901, 902];
  for (const id of ids) {
    const rest = { description: "somebody else's", region: "KR", tasks, trigger, changed: false };
    service.world.pipelines.set(id, { id, name: `foreign-${id}`, ...rest });
  }
  return ids;
}
