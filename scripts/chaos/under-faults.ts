import { setTimeout } from "node:timers/promises";
import { createRandom } from "../../emulator/random.ts";
import { defaultSettings } from "../../emulator/settings/change-settings.ts";
import { type Command, refresh, up } from "./engine.ts";
import { faultMenu, type NamedFault } from "./fault-menu.ts";
import { attemptMs, betweenCommandsMs, newProcess, note, type Run } from "./run.ts";
import type { ProviderProcess } from "./start-process.ts";
import type { Tally } from "./tally.ts";
import type { Weather } from "./weather.ts";

/** Runs one command, or a refresh and one, while everything goes wrong that can. */
export async function underFaults(run: Run, weather: Weather): Promise<void> {
  const { under, service, time, report, random, program, stack } = run;
  const before = service.lastRequestId;
  const menu = weather.isCalm ? [] : faultMenu(run.share, weather.lateMs);
  Object.assign(service, {
    settings: weather.settings,
    faults: menu.map(({ rule }) => rule),
    random: createRandom(Math.floor(random() * 2 ** 32)),
  });
  const provider = newProcess(run, weather.key, weather.isCalm ? undefined : attemptMs);
  const command = { ...commandFor(run, provider, weather), continueOnError: weather.continueOnError };

  if (weather.refreshFirst) note(run, await refresh(stack, command), report.operations);
  const outcome = await up(stack, program, command);
  note(run, outcome, report.operations);
  if (weather.isCalm) report.violations.push(...outcome.failures.filter(isUnforced).map(describe));
  under.onRequest = () => undefined;

  // A create that comes late comes before the next command.
  if (weather.lateMs !== undefined) await setTimeout(weather.lateMs);
  if (!weather.isCalm) report.requests.underFaults += service.lastRequestId - before;
  countFaults(menu, report.faults);
  countMessages(provider, report.events);
  Object.assign(service, { settings: defaultSettings(), faults: [] });
  service.recentChanges = [];
  for (const [resource, spec] of program) if (spec.isForced) program.set(resource, { ...spec, isForced: false });
  time.advance(betweenCommandsMs);
}

/** What was deleted by hand cannot be edited or taken over, and the user is told so. */
const isUnforced = ({ message }: { message: string }): boolean =>
  !/it may have been deleted outside of this program|^adopt: there is no pipeline with id/.test(message);

const describe = ({ resource, message }: { resource: string; message: string }): string =>
  `in calm weather: ${resource}: ${message}`;

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

function countFaults(menu: readonly NamedFault[], faults: Tally): void {
  for (const { name, rule } of menu) if (rule.fired > 0) faults.count(name, rule.fired);
}

function countMessages({ messages }: ProviderProcess, events: Tally): void {
  const settled = messages.filter((message) => message.includes("was not confirmed, but it exists")).length;
  if (settled > 0) events.count("settled create", settled);
}
