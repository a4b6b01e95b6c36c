import { createRandom } from "../../emulator/random.ts";
import { createAttempts } from "../../provider/core/resource/attempts.ts";
import { chaosSeed, foreignIds } from "./accounts/chaos-seed.ts";
import { createSomebody } from "./accounts/somebody.ts";
import { checkInvariants } from "./checks/check-invariants.ts";
import { repair } from "./checks/repair.ts";
import { rollFaultProfile } from "./faults/fault-profile.ts";
import { createInventor } from "./programs/invent.ts";
import { mutate } from "./programs/mutate.ts";
import type { Program } from "./programs/program.ts";
import { attemptMs, type ChaosReport, type Run } from "./run.ts";
import { findRun } from "./runs/engine-runs.ts";
import { createRunners } from "./runs/create-runners.ts";
import { isRunAsDeclared } from "./runs/find-lost-runs.ts";
import { ranForeign } from "./runs/invent-run.ts";
import { createRunLedger } from "./runs/run-ledger.ts";
import { addressOf } from "./runs/run-spec.ts";
import { find, type Stack } from "./stack.ts";
import { keys, startService } from "./start-service.ts";
import { createTally } from "./tally.ts";
import { underFaults } from "./under-faults.ts";
import { startVirtualTime } from "./virtual-time.ts";

export interface ChaosOptions {
  readonly seed: number;
  /** At least so many steps of the engine and changes behind its back. */
  readonly operations: number;
  /** The chance of a fault at each request, from 0 to 1; 0.25 unless given, so that a fifth of all meets one. */
  readonly faults?: number;
}

/**
 * Runs seeded rounds until enough has happened, or an invariant is broken. The same seed plays the same program and
 * the same fault profiles; which request meets which fault depends on the order in which they arrive.
 *
 * @example const { violations } = await runChaos({ seed: 7, operations: 1000 })
 */
export async function runChaos({ seed, operations, faults = 0.25 }: ChaosOptions): Promise<ChaosReport> {
  const random = createRandom(seed);
  using time = startVirtualTime();
  await using own = await startService(time.now, chaosSeed);
  await using second = await startService(time.now);
  await using stranger = await startService(time.now, chaosSeed);
  own.accountOf = (accessKey) => (accessKey === keys.other.accessKey ? stranger : own).service;
  const tallies = { operations: createTally(), faults: createTally(), events: createTally() };
  const report: ChaosReport = { seed, rounds: 0, requests: { total: 0, underFaults: 0 }, violations: [], ...tallies };

  const program: Program = { pipelines: new Map(), made: new Map(), runs: new Map() };
  const stack: Stack = { resources: [], made: [], runs: [], deletedRuns: [] };
  const somebody = createSomebody(own.service, program, createRandom(Math.floor(random() * 2 ** 32)));
  const ledger = createRunLedger(own.service);
  const ranPipelines = (): number[] => [...ranForeign, ...stack.runs.map((saved) => addressOf(saved).pipelineId)];
  const runners = createRunners(own.service, ledger, ranPipelines, createRandom(Math.floor(random() * 2 ** 32)));
  let resources = 0;
  const run: Run = {
    accounts: { default: own, second, stranger },
    services: { default: own.service, second: second.service },
    program,
    stack,
    attempts: createAttempts(),
    ledger,
    runners,
    somebody,
    time,
    random,
    share: faults,
    inventor: createInventor(random, { ...somebody, upstream: foreignIds[0] ?? 0 }),
    nextResource: (kind) => `${kind}-${String((resources += 1))}`,
    held: (resource) => {
      const { id, inputs } = find(stack, resource) ?? {};
      return id === undefined || inputs === undefined ? undefined : { id, name: inputs.name };
    },
    isRun: (resource) =>
      isRunAsDeclared(program.runs.get(resource), findRun(stack, resource), (of) => find(stack, of)?.id),
    isTainted: (resource) => find(stack, resource)?.isTainted === true,
    taint: (resource) => {
      stack.resources = stack.resources.map((saved) =>
        saved.resource === resource && !saved.isCondemned ? { ...saved, isTainted: true } : saved,
      );
    },
    doubts: new Set(),
    report,
  };
  while (report.operations.total() < operations && report.violations.length === 0) {
    report.rounds += 1;
    await playRound(run);
  }
  for (const { service } of Object.values(run.accounts)) report.requests.total += service.lastRequestId;
  for (const [name, count] of Object.entries(ledger.counts())) if (count > 0) report.events.count(name, count);
  if (somebody.deeds() > 0) report.operations.count("made or deleted by somebody", somebody.deeds());
  return report;
}

async function playRound(run: Run): Promise<void> {
  const { report, random, doubts } = run;
  for (let change = 2 + Math.floor(random() * 6); change > 0; change -= 1) report.operations.count(mutate(run));

  const profile = rollFaultProfile(random, attemptMs);
  await underFaults(run, profile);
  await repair(run);
  doubts.clear();
  run.ledger.look();
  await checkInvariants(run);
  if (report.violations.length > 0) report.violations.push(`The fault profile was ${JSON.stringify(profile)}.`);
}
