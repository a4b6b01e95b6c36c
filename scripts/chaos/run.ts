import { createRandom } from "../../emulator/random.ts";
import type { Somebody } from "./accounts/somebody.ts";
import { make, unmake } from "./accounts/makers.ts";
import { findFalseMissing } from "./checks/find-false-missing.ts";
import type { Attempts } from "../../provider/core/resource/attempts.ts";
import type { Command, Outcome } from "./engine/command.ts";
import type { ProviderName } from "./programs/program.ts";
import type { Scene } from "./programs/scene.ts";
import type { Runners } from "./runs/create-runners.ts";
import type { RunLedger } from "./runs/run-ledger.ts";
import type { Stack } from "./stack.ts";
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
  /** What came of it: reconciled creates, partial failures, hints that were followed. */
  readonly events: Tally;
  /** Empty when the run is sound; it ends with the first round that is not. */
  readonly violations: string[];
}

/** The account that each provider means, and the one that none of them means. */
type Accounts = Readonly<Record<ProviderName | "stranger", ServiceUnderTest>>;

/** Everything that a run keeps from one round to the next. */
export interface Run extends Scene {
  readonly accounts: Accounts;
  readonly stack: Stack;
  /** What commands that were killed were about to do; on this machine, and so for all commands. */
  readonly attempts: Attempts;
  readonly ledger: RunLedger;
  readonly runners: Runners;
  readonly somebody: Somebody;
  readonly time: VirtualTime;
  /** The share of requests that meet a fault, from 0 to 1. */
  readonly share: number;
  readonly report: ChaosReport;
  /** Resources of which the last commands left open whether they exist. */
  readonly doubts: Set<string>;
}

/** Real milliseconds; under faults a hang must not cost more. */
export const attemptMs = 150;

/** Between two commands, in virtual time: longer than anything stays invisible. */
export const betweenCommandsMs = 120_000;

/** Where the stack's own configuration leads to, and as whom. */
export interface Target {
  readonly url: string;
  readonly key: keyof typeof keys;
  /** The account that this means. */
  readonly service: ServiceUnderTest["service"];
}

export const home = ({ accounts }: Run, key: "first" | "second" = "first"): Target => ({
  url: accounts.default.url,
  key,
  service: accounts.default.service,
});

/** The provider processes of one command, which know nothing of earlier ones. */
export interface Processes extends Pick<Command, "hostOf" | "makers" | "claimRun"> {
  readonly interrupt: () => void;
  readonly kill: () => void;
  /** By provider: what the user was shown, with its level in front. */
  readonly messages: Readonly<Record<ProviderName, readonly string[]>>;
  readonly target: Target;
}

/** Each explicit provider has a process of its own. Without faults no answer is given up on. */
export function startProcesses(run: Run, target: Target, limitMs = 30_000): Processes {
  const { accounts, time, random, services, attempts, ledger } = run;
  const start = (url: string, key: keyof typeof keys): ProviderProcess => {
    const own = createRandom(Math.floor(random() * 2 ** 32));
    return startProcess({ url, keys: keys[key], time, random: own, timeouts: { attemptMs: limitMs }, attempts });
  };
  const processes = { default: start(target.url, target.key), second: start(accounts.second.url, "first") };
  return {
    target,
    hostOf: (provider) => processes[provider].host,
    makers: {
      make: (spec) => make(services.default, spec),
      unmake: (spec) => unmake(services.default, spec),
    },
    claimRun: ledger.claim,
    interrupt: () => {
      for (const process of Object.values(processes)) process.interrupt();
    },
    kill: () => {
      ledger.killed();
      for (const process of Object.values(processes)) process.kill();
    },
    messages: { default: processes.default.messages, second: processes.second.messages },
  };
}

/** Messages after which a pipeline may exist that the state does not know. */
export const leavesDoubt =
  /The create request for pipeline ".*" may or may not have succeeded|The service says that the name ".*" is taken, but shows no/;

/** Counts what a command did, remembers what it left open, and sees that nothing is called gone that is there. */
export function note(run: Run, processes: Processes, { steps, failures }: Outcome, operations?: Tally): void {
  const { report, doubts, services, program, stack } = run;
  for (const { kind, resource, id, provider = "default" } of steps) {
    if (kind !== "same") operations?.count(kind);
    if (kind === "gone" && services[provider].state.pipelines.has(Number(id))) {
      report.violations.push(`called gone, but there: ${resource}, id ${id ?? ""}.`);
    }
  }
  const providerOf = (resource: string): ProviderName =>
    (program.pipelines.get(resource) ?? stack.resources.find((saved) => saved.resource === resource))?.provider ??
    "default";
  const accountOf = (provider: ProviderName) =>
    (provider === "default" ? processes.target : run.accounts.second).service;
  for (const { resource, message, kind } of failures) {
    report.events.count(kind);
    run.ledger.read(message);
    if (leavesDoubt.test(message)) doubts.add(resource);
    if (kind === "broken") report.violations.push(`${resource}: ${message}`);
    report.violations.push(
      ...findFalseMissing(message, accountOf(providerOf(resource)).state).map((what) => `${resource}: ${what}`),
    );
  }
  for (const provider of ["default", "second"] as const) {
    const shown = processes.messages[provider].join("\n");
    report.violations.push(...findFalseMissing(shown, accountOf(provider).state));
  }
}
