import { createAdminClient } from "../../../emulator/admin/create-admin-client.ts";
import { createRandom } from "../../../emulator/random.ts";
import { chaosSeed, foreignIds } from "../accounts/chaos-seed.ts";
import { make, unmake } from "../accounts/makers.ts";
import { createSomebody } from "../accounts/somebody.ts";
import { createRunners } from "../runs/create-runners.ts";
import { isRunAsDeclared } from "../runs/find-lost-runs.ts";
import { ranForeign } from "../runs/invent-run.ts";
import { createRunLedger } from "../runs/run-ledger.ts";
import { addressOf } from "../runs/run-spec.ts";
import { faultMenu } from "../faults/fault-menu.ts";
import { createInventor } from "../programs/invent.ts";
import { mutate } from "../programs/mutate.ts";
import type { Program } from "../programs/program.ts";
import { keys, startService } from "../start-service.ts";
import { createTally } from "../tally.ts";
import { checkReal, repairReal, replaceOptions } from "./real-checks.ts";
import { playRealMistake } from "./real-mistake.ts";
import { rollRealProfile, type RealProfile } from "./real-profile.ts";
import { createProject } from "./real-project.ts";
import { play, type RealReport, type RealRun, stateOf, writeProgram } from "./real-run.ts";
import { startControl } from "./start-control.ts";

export interface RealOptions {
  readonly seed: number;
  /** No round begins after so many minutes. */
  readonly minutes: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Plays rounds on the real engine: the CLI with a file backend, programs of this run's dice, emulators on loopback. The
 * same seed plays the same programs and commands; what meets which fault depends on the order of arrival.
 *
 * @example const { violations } = await runReal({ seed: 7, minutes: 5, now: Date.now })
 */
export async function runReal({ seed, minutes, now }: RealOptions): Promise<RealReport> {
  const random = createRandom(seed);
  await using own = await startService(now, chaosSeed);
  await using second = await startService(now);
  await using stranger = await startService(now, chaosSeed);
  own.accountOf = (accessKey) => (accessKey === keys.other.accessKey ? stranger : own).service;
  await using control = await startControl({
    make: (spec) => make(own.service, spec),
    unmake: (spec) => unmake(own.service, spec),
  });
  const { accessKey, secretKey } = keys.first;
  using project = await createProject({
    NCLOUD_API_GW: own.url,
    NCLOUD_ACCESS_KEY: accessKey,
    NCLOUD_SECRET_KEY: secretKey,
  });

  const program: Program = { pipelines: new Map(), made: new Map(), runs: new Map() };
  const somebody = createSomebody(own.service, program, createRandom(Math.floor(random() * 2 ** 32)));
  const tallies = { commands: createTally(), events: createTally() };
  const report: RealReport = { seed, rounds: 0, violations: [], transcript: [], ...tallies };
  const toReplace = new Set<string>();
  const living = (resource: string) =>
    stateOf(run).pipelines.find((pipeline) => pipeline.resource === resource && !pipeline.isCondemned);
  const ledger = createRunLedger(own.service);
  const ranPipelines = (): number[] => [
    ...ranForeign,
    ...[...run.runsSeen.claimed].map((key) => addressOf({ id: key.split(" ")[1] ?? "" }).pipelineId),
  ];
  let resources = 0;
  const run: RealRun = {
    project,
    accounts: { default: own, second, stranger },
    services: { default: own.service, second: second.service },
    controlUrl: control.url,
    program,
    somebody,
    ledger,
    runners: createRunners(own.service, ledger, ranPipelines, createRandom(Math.floor(random() * 2 ** 32))),
    runsSeen: { claimed: new Set(), present: new Set(), lives: new Map() },
    random,
    inventor: createInventor(random, { ...somebody, upstream: foreignIds[0] ?? 0 }),
    nextResource: (kind) => `${kind}-${String((resources += 1))}`,
    held: living,
    isRun: (resource) => {
      const held = stateOf(run).runs.find((saved) => saved.resource === resource && !saved.isCondemned);
      return isRunAsDeclared(program.runs.get(resource), held, (of) => living(of)?.id);
    },
    isTainted: (resource) => toReplace.has(resource) || living(resource)?.isTainted === true,
    taint: (resource) => void toReplace.add(resource),
    doubts: new Set(),
    report,
    toReplace,
  };
  own.service.settings.taskMs = taskMs;
  const end = now() + minutes * 60_000;
  while (now() < end && report.violations.length === 0) {
    report.rounds += 1;
    await playRound(run);
  }
  for (const [name, count] of Object.entries(ledger.counts())) if (count > 0) report.events.count(name, count);
  return report;
}

/** Real milliseconds: a run of three tasks ends before its second look. */
const taskMs = 250;

async function playRound(run: RealRun): Promise<void> {
  const { report, random, doubts, program, toReplace } = run;
  report.transcript.length = 0;
  // The first round has something to begin with.
  for (let change = (report.rounds === 1 ? 10 : 3) + Math.floor(random() * 5); change > 0; change -= 1) {
    report.events.count(mutate(run));
  }
  for (const resource of toReplace) if (!program.pipelines.has(resource)) toReplace.delete(resource);
  writeProgram(run, program);

  const profile = rollRealProfile(random);
  if (!profile.byReplace) await taintAll(run);
  await beginFaults(run, profile);
  for (const { words, end } of profile.commands) {
    const options = words[0] === "up" ? replaceOptions(run) : [];
    const { result } = await play(run, [...words, ...options], { end });
    if (words[0] === "up" && result.code === 0) toReplace.clear();
  }
  if (profile.mistake !== undefined) {
    await playRealMistake(run, profile.mistake);
    report.events.count(`mistaken ${profile.mistake.command}, another ${profile.mistake.by}`);
  }
  await endFaults(run);
  await repairReal(run);
  doubts.clear();
  await checkReal(run);
  if (report.violations.length > 0) report.violations.push(`The profile was ${JSON.stringify(profile)}.`);
}

async function taintAll(run: RealRun): Promise<void> {
  for (const resource of [...run.toReplace]) {
    const pipelines = stateOf(run).pipelines.filter((pipeline) => pipeline.resource === resource);
    const urn = pipelines.find(({ isCondemned }) => !isCondemned)?.urn;
    if (urn !== undefined) await run.project.pulumi(["state", "taint", "--yes", urn]);
    run.toReplace.delete(resource);
  }
}

/** Faults and settings, over the emulators' own admin routes. */
async function beginFaults({ accounts, random }: RealRun, { settings, share }: RealProfile): Promise<void> {
  const rules = share === 0 ? [] : faultMenu(share, undefined).map(({ rule: { fired: _, ...rule } }) => rule);
  // What hangs would take the client's whole patience, in real time.
  const quick = rules.filter(({ kind }) => kind !== "hang");
  for (const { url } of Object.values(accounts)) {
    const admin = createAdminClient(url);
    await admin.changeSettings(settings);
    if (quick.length > 0) await admin.addFaults(quick, Math.floor(random() * 2 ** 31));
  }
}

async function endFaults({ accounts }: RealRun): Promise<void> {
  for (const { url, service } of Object.values(accounts)) {
    const admin = createAdminClient(url);
    await admin.removeFaults();
    const settings = Object.keys(await admin.readSettings()).map((name) => [name, null] as const);
    await admin.changeSettings(Object.fromEntries(settings));
    Object.assign(service, { recentChanges: [], recentRuns: [] });
    service.settings.taskMs = taskMs;
  }
}
