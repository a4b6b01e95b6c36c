import { createRandom } from "../../emulator/random.ts";
import type { Outcome } from "./engine.ts";
import type { Scene } from "./mutate.ts";
import { type ProviderProcess, startProcess } from "./start-process.ts";
import { keys, type ServiceUnderTest } from "./start-service.ts";
import type { Tally } from "./tally.ts";
import type { VirtualTime } from "./virtual-time.ts";

/** What a run found out. */
export interface ChaosReport {
  readonly seed: number;
  rounds: number;
  readonly requests: { total: number; underFaults: number };
  /** Steps of commands under faults, and changes between them. */
  readonly operations: Tally;
  readonly faults: Tally;
  /** What came of it: settled creates, partial failures, remedies that were followed. */
  readonly events: Tally;
  /** Empty when the run is sound; it ends with the first round that is not. */
  readonly violations: string[];
}

/** Everything that a run keeps from one round to the next. */
export interface Run extends Scene {
  readonly under: ServiceUnderTest;
  readonly time: VirtualTime;
  /** The share of requests that meet a fault, from 0 to 1. */
  readonly share: number;
  readonly report: ChaosReport;
  /** Resources of which the last commands left open whether they exist. */
  readonly doubts: Set<string>;
  /** Pipelines of somebody else, which must stay as they are. */
  readonly foreign: readonly number[];
}

/** Real milliseconds; under faults a hang must not cost more. */
export const attemptMs = 150;

/** Between two commands, in virtual time: longer than anything stays invisible. */
export const betweenCommandsMs = 120_000;

/** A process that knows nothing of the others. Without faults no answer is given up on. */
export function newProcess(
  { under, time, random }: Run,
  key: keyof typeof keys = "first",
  limitMs = 30_000,
): ProviderProcess {
  const own = createRandom(Math.floor(random() * 2 ** 32));
  return startProcess({ url: under.url, keys: keys[key], time, random: own, timeouts: { attemptMs: limitMs } });
}

/** Messages after which a pipeline may exist that the state does not know. */
const leavesDoubt = /^It is not known whether pipeline|^The service says that the name ".*" is taken, but shows no/;

/** Counts what a command did, remembers what it left open, and sees that nothing is called gone that is there. */
export function note({ report, doubts, service }: Run, { steps, failures }: Outcome, operations?: Tally): void {
  for (const { kind, resource, id } of steps) {
    if (kind !== "same") operations?.count(kind);
    if (kind === "gone" && service.world.pipelines.has(Number(id))) {
      report.violations.push(`called gone, but there: ${resource}, id ${id ?? ""}.`);
    }
  }
  for (const { resource, message, kind } of failures) {
    report.events.count(kind);
    if (leavesDoubt.test(message)) doubts.add(resource);
    if (kind === "broken") report.violations.push(`${resource}: ${message}`);
  }
}
