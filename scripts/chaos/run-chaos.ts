import { isDeepStrictEqual } from "node:util";
import { setTimeout } from "node:timers/promises";
import { createRandom, type Random } from "../../emulator/random.ts";
import { defaultSettings } from "../../emulator/settings/change-settings.ts";
import { type Command, type Outcome, refresh, up } from "./engine.ts";
import { faultMenu, type NamedFault } from "./fault-menu.ts";
import { findViolations } from "./find-violations.ts";
import { mutate, type Scene } from "./mutate.ts";
import { createInventor } from "./program.ts";
import { follow } from "./remedies.ts";
import { type ProviderProcess, startProcess } from "./start-process.ts";
import { keys, type ServiceUnderTest, startService } from "./start-service.ts";
import { createTally, type Tally } from "./tally.ts";
import { startVirtualTime, type VirtualTime } from "./virtual-time.ts";
import { rollWeather, type Weather } from "./weather.ts";

export interface ChaosOptions {
  readonly seed: number;
  /** At least so many steps of the engine and changes behind its back. */
  readonly operations: number;
  /** The share of requests that meet a fault, from 0 to 1; 0.2 unless given. */
  readonly faults?: number;
}

export interface ChaosReport {
  readonly seed: number;
  readonly rounds: number;
  readonly requests: number;
  /** Steps of commands under faults, and changes between them. */
  readonly operations: Tally;
  readonly faults: Tally;
  /** What came of it: settled creates, partial failures, remedies that were followed. */
  readonly events: Tally;
  /** Empty when the run is sound; it ends with the first round that is not. */
  readonly violations: readonly string[];
}

/** Real milliseconds; under faults a hang must not cost more, and without them no answer is given up on. */
const attemptMs = 150;

/** Between two commands, in virtual time: longer than anything stays invisible. */
const betweenCommandsMs = 120_000;

const mostRepairs = 5;

/** Everything that a run keeps from one round to the next. */
interface Run extends Scene {
  readonly under: ServiceUnderTest;
  readonly time: VirtualTime;
  readonly share: number;
  readonly report: ChaosReport & { violations: string[] };
  /** Resources of which the last commands left open whether they exist. */
  readonly doubts: Set<string>;
  /** Pipelines of somebody else, which must stay as they are. */
  readonly foreign: readonly number[];
}

/** Runs seeded rounds until enough has happened, or an invariant is broken. */
export async function runChaos({ seed, operations, faults = 0.2 }: ChaosOptions): Promise<ChaosReport> {
  const random = createRandom(seed);
  using time = startVirtualTime();
  await using under = await startService(time.now);
  const { service } = under;
  const tallies = { operations: createTally(), faults: createTally(), events: createTally() };
  const foreign = addForeign(under);
  let resources = 0;
  const run: Run = {
    under,
    service,
    time,
    random,
    share: faults,
    foreign,
    program: new Map(),
    stack: { resources: [] },
    inventor: createInventor(random, foreign[0] ?? 0),
    nextResource: () => `resource-${(resources += 1)}`,
    doubts: new Set(),
    report: { seed, rounds: 0, requests: 0, violations: [], ...tallies },
  };
  let rounds = 0;
  while (tallies.operations.total() < operations && run.report.violations.length === 0) {
    rounds += 1;
    await playRound(run);
  }
  return { ...run.report, rounds, requests: service.lastRequestId };
}

async function playRound(run: Run): Promise<void> {
  const { report, random, doubts } = run;
  for (let change = 2 + Math.floor(random() * 6); change > 0; change -= 1) report.operations.count(mutate(run));

  const weather = rollWeather(random, attemptMs);
  await underFaults(run, weather);
  await repair(run);
  doubts.clear();
  await checkInvariants(run);
}

async function underFaults(run: Run, weather: Weather): Promise<void> {
  const { under, service, time, report, random, program, stack } = run;
  const menu = faultMenu(run.share, weather.lateMs);
  Object.assign(service, {
    settings: weather.settings,
    faults: menu.map(({ rule }) => rule),
    random: createRandom(Math.floor(random() * 2 ** 32)),
  });
  const provider = newProcess(run, random, weather.key, attemptMs);
  const command = { ...commandFor(run, provider, weather), continueOnError: weather.continueOnError };

  if (weather.refreshFirst) note(run, await refresh(stack, command), report.operations);
  const outcome = await up(stack, program, command);
  note(run, outcome, report.operations);
  under.onRequest = () => undefined;

  // A create that comes late comes before the next command.
  if (weather.lateMs !== undefined) await setTimeout(weather.lateMs);
  countFaults(menu, report.faults);
  countMessages(provider, report.events);
  Object.assign(service, { settings: defaultSettings(), faults: [] });
  service.recentChanges = [];
  for (const [resource, spec] of program) if (spec.isForced) program.set(resource, { ...spec, isForced: false });
  time.advance(betweenCommandsMs);
}

/** Ctrl-C and kill come after a number of requests. */
function commandFor({ under, doubts, program }: Run, provider: ProviderProcess, { stop, parallel }: Weather): Command {
  let requests = 0;
  let isStopped = false;
  under.onRequest = () => {
    requests += 1;
    if (requests !== stop?.after) return;
    isStopped = true;
    if (stop.how === "interrupted") provider.interrupt();
    // What was under way reaches no state.
    else for (const resource of program.keys()) doubts.add(resource);
  };
  return {
    connect: provider.connect,
    parallel,
    isStopped: () => isStopped,
    isKilled: () => isStopped && stop?.how === "killed",
  };
}

/** Runs the commands of a user who reads the messages, without faults, until one succeeds. */
async function repair(run: Run): Promise<void> {
  const { program, stack, time, doubts, report } = run;
  for (let attempt = 1; attempt <= mostRepairs; attempt += 1) {
    const { connect } = newProcess(run, run.random, "first");
    const command = { connect, parallel: 6 };
    const refreshed = await refresh(stack, command);
    note(run, refreshed);
    const { failures } = await up(stack, program, command);
    const all = [...refreshed.failures, ...failures];
    time.advance(betweenCommandsMs);
    if (all.length === 0) return;
    for (const failure of all) {
      const remedy = follow(failure, run, doubts.has(failure.resource));
      if (remedy === undefined) report.violations.push(`without faults: ${failure.resource}: ${failure.message}`);
      else report.events.count(remedy);
    }
    if (report.violations.length > 0) return;
  }
  report.violations.push(`not repaired by ${mostRepairs} commands.`);
}

async function checkInvariants(run: Run): Promise<void> {
  const { program, stack, service, foreign, report } = run;
  if (report.violations.length > 0) return;
  const managed = [...service.world.pipelines.values()].filter(({ id }) => !foreign.includes(id));
  report.violations.push(...findViolations(program, stack, managed));
  for (const id of foreign) {
    if (service.world.pipelines.get(id)?.description !== "somebody else's") report.violations.push(`touched: ${id}.`);
  }

  const before = stack.resources;
  service.requests = [];
  const { connect } = newProcess(run, run.random, "first");
  const refreshed = await refresh(stack, { connect, parallel: 6 });
  const again = await up(stack, program, { connect, parallel: 6 });
  if (!isDeepStrictEqual(byResource(before), byResource(stack.resources)))
    report.violations.push("a refresh shows drift.");
  for (const { message } of [...refreshed.failures, ...again.failures]) report.violations.push(`second up: ${message}`);
  for (const { method, path } of service.requests) {
    if (method !== "GET") report.violations.push(`a second up changes something: ${method} ${path}.`);
  }
  service.requests = [];
}

/** Counts what a command did, remembers what it left open, and sees that nothing is called gone that is there. */
function note({ report, doubts, service }: Run, { steps, failures }: Outcome, operations?: Tally): void {
  for (const { kind, resource, id } of steps) {
    if (kind !== "same") operations?.count(kind);
    if (kind === "gone" && service.world.pipelines.has(Number(id))) {
      report.violations.push(`called gone, but there: ${resource}, id ${id ?? ""}.`);
    }
  }
  for (const { resource, message, kind } of failures) {
    report.events.count(kind);
    doubts.add(resource);
    if (kind === "broken") report.violations.push(`${resource}: ${message}`);
  }
}

function newProcess(
  { under, time, random }: Run,
  dice: Random,
  key: keyof typeof keys,
  limitMs = 30_000,
): ProviderProcess {
  const own = createRandom(Math.floor((dice === random ? dice() : 0) * 2 ** 32));
  return startProcess({ url: under.url, keys: keys[key], time, random: own, timeouts: { attemptMs: limitMs } });
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

function countFaults(menu: readonly NamedFault[], faults: Tally): void {
  for (const { name, rule } of menu) if (rule.fired > 0) faults.count(name, rule.fired);
}

function countMessages({ messages }: ProviderProcess, events: Tally): void {
  const settled = messages.filter((message) => message.includes("was not confirmed, but it exists")).length;
  if (settled > 0) events.count("settled create", settled);
}

const byResource = <Item extends { resource: string }>(items: readonly Item[]): Map<string, Item> =>
  new Map(
    items.toSorted((one, other) => (one.resource < other.resource ? -1 : 1)).map((item) => [item.resource, item]),
  );
