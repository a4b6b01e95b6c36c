import { setTimeout } from "node:timers/promises";
import { createRandom } from "../../emulator/random.ts";
import { defaultSettings } from "../../emulator/settings.ts";
import { isTrulyMissing } from "./checks/find-false-missing.ts";
import type { Command, Failure, Outcome } from "./engine/command.ts";
import { destroy } from "./engine/destroy.ts";
import { preview } from "./engine/preview.ts";
import { refresh } from "./engine/refresh.ts";
import { up } from "./engine/up.ts";
import { faultMenu, type NamedFault } from "./faults/fault-menu.ts";
import type { FaultProfile } from "./faults/fault-profile.ts";
import { playMistake } from "./mispointed.ts";
import { attemptMs, betweenCommandsMs, home, note, type Processes, type Run, startProcesses } from "./run.ts";
import type { Tally } from "./tally.ts";

/** Runs one command, with a preview or a refresh before it, while everything goes wrong that can. */
export async function underFaults(run: Run, profile: FaultProfile): Promise<void> {
  const { accounts, time, report, random, program, stack } = run;
  const { isFaultless, settings, lateMs, mistake, failing } = profile;
  const limitMs = isFaultless ? undefined : attemptMs;
  const before = requestsOf(run);
  const menu = isFaultless ? [] : faultMenu(run.share, lateMs);
  for (const { service } of Object.values(accounts)) {
    Object.assign(service, {
      settings: { ...settings },
      faults: menu.map(({ rule }) => rule),
      random: createRandom(Math.floor(random() * 2 ** 32)),
      outcomes: failing.map((task) => ({ task, status: "failed", used: 0 })),
    });
  }
  const observe = (processes: Processes, outcome: Outcome): void => {
    note(run, processes, outcome, report.operations);
    if (isFaultless) report.violations.push(...outcome.failures.filter(isUnforced(run)).map(describe));
  };
  if (profile.previewFirst) {
    const processes = startProcesses(run, home(run, profile.key), limitMs);
    observe(processes, await preview(stack, program, { ...processes, parallel: profile.parallel }));
  }
  const processes = startProcesses(run, home(run, profile.key), limitMs);
  const command = commandFor(run, processes, profile);
  if (profile.refreshFirst) observe(processes, await refresh(stack, command));
  observe(processes, await (profile.command === "up" ? up(stack, program, command) : destroy(stack, command)));
  accounts.default.onRequest = () => undefined;
  accounts.second.onRequest = () => undefined;
  // A create that comes late comes before the next command.
  if (lateMs !== undefined) await setTimeout(lateMs);
  countReconciled(processes, report.events);
  time.advance(betweenCommandsMs);
  if (mistake !== undefined) await playMistake(run, mistake, limitMs);

  if (!isFaultless) report.requests.underFaults += requestsOf(run) - before;
  countFaults(menu, report.faults);
  for (const { service } of Object.values(accounts)) {
    Object.assign(service, {
      settings: defaultSettings(),
      faults: [],
      recentChanges: [],
      recentRuns: [],
      outcomes: [],
    });
  }
  if (lateMs !== undefined) await setTimeout(lateMs);
  time.advance(betweenCommandsMs);
}

const requestsOf = ({ accounts }: Run): number =>
  Object.values(accounts).reduce((sum, { service }) => sum + service.lastRequestId, 0);

/** What was deleted by hand cannot be edited, named or taken over, and the user is told so. */
const isUnforced =
  ({ services }: Run) =>
  ({ message }: Failure): boolean =>
    !message.includes("it may have been deleted outside of this program") &&
    !isAboutRuns.test(message) &&
    !Object.values(services).some(({ state }) => isTrulyMissing(message, state));

/** Runs fail, and are canceled by hand, in rounds without faults, too. */
const isAboutRuns = /Run \d+ .*(failed|was canceled|is under way)/;

const describe = ({ resource, message }: Failure): string => `in a round without faults: ${resource}: ${message}`;

/** Ctrl-C and kill come after a number of requests; somebody may do something at each. */
function commandFor(run: Run, processes: Processes, { stop, parallel, continueOnError }: FaultProfile): Command {
  const { accounts, doubts, program, somebody, runners } = run;
  let requests = 0;
  let isStopped = false;
  const onRequest = (): void => {
    somebody.act();
    runners.act();
    requests += 1;
    if (requests !== stop?.after) return;
    isStopped = true;
    if (stop.how === "interrupted") processes.interrupt();
    // What was under way reaches no state.
    else {
      processes.kill();
      for (const resource of program.pipelines.keys()) doubts.add(resource);
    }
  };
  accounts.default.onRequest = onRequest;
  accounts.second.onRequest = onRequest;
  return {
    ...processes,
    parallel,
    continueOnError,
    isStopped: () => isStopped,
    isKilled: () => isStopped && stop?.how === "killed",
  };
}

function countFaults(menu: readonly NamedFault[], faults: Tally): void {
  for (const { name, rule } of menu) if (rule.fired > 0) faults.count(name, rule.fired);
}

function countReconciled({ messages }: Processes, events: Tally): void {
  const all = [...messages.default, ...messages.second];
  const reconciled = all.filter((message) => message.includes("was not confirmed, but it exists")).length;
  if (reconciled > 0) events.count("reconciled create", reconciled);
}
