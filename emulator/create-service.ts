import { createEmulatedClock } from "./clock/emulated-clock.ts";
import type { HostClock } from "./clock/host-clock.ts";
import { createHostProblem } from "./http/check-host.ts";
import type { Log } from "./log.ts";
import { createRandom } from "./random.ts";
import { endTask, resumeRuns } from "./runs/advance-run.ts";
import { resumeBuilds } from "./runs/builds.ts";
import { resumeDeployments } from "./runs/deployments.ts";
import { armSchedules } from "./runs/arm-schedule.ts";
import { createOffsets } from "./runs/next-occurrence.ts";
import { runsAfter } from "./runs/start-run.ts";
import type { Keys, Service } from "./service.ts";
import { defaultSettings } from "./settings.ts";
import { createState } from "./state/create-state.ts";
import type { Seed } from "./state/seed.ts";
import type { State } from "./state/state.ts";
import type { Saver } from "./store/create-saver.ts";

export interface ServiceOptions {
  readonly keys: Keys;
  readonly seed: Seed;
  /** What a state file holds; it wins over the seed until a reset. */
  readonly saved: Seed | undefined;
  /** Start of the emulated clock, milliseconds since the epoch; undefined for now. */
  readonly time: number | undefined;
  readonly speed: number;
  /** How many runs of each pipeline are kept. */
  readonly keepRuns?: number | undefined;
  readonly host: HostClock;
  readonly log: Log;
  readonly saver: Saver;
  /** Hosts to serve, besides those of the machine itself. */
  readonly hosts?: readonly string[];
}

export function createService(options: ServiceOptions): Service {
  const { keys, seed, saved, time, speed, host, log, saver, hosts, keepRuns } = options;
  const startTime = (): number => time ?? host.now();
  const resumeTime = Math.max(startTime(), Date.parse(saved?.time ?? "") || 0);

  const stateOptions = { keepRuns, note: saver.note };
  const stateOf = (given: Seed): State => createState(given, service.state.counters, stateOptions);

  const service: Service = {
    keys,
    log,
    changed: saver.changed,
    saved: saver.saved,
    hostProblem: createHostProblem(hosts ?? []),
    clock: createEmulatedClock(host, resumeTime, speed),
    wallNow: host.now,
    offsetAt: createOffsets(),
    pause: (milliseconds) => new Promise((resolve) => host.after(milliseconds, resolve)),
    state: createState(saved ?? seed, undefined, stateOptions),
    ...initialValues(),
    requests: [],
    lastRequestId: 0,
    runEnded: (run) => {
      runsAfter(service, run);
    },
    taskEnded: ({ run, task }, status) => {
      endTask(service, run, task, status);
    },
    replaceState: (given) => {
      enterState(service, stateOf(given), service.clock.now());
    },
    reset: () => {
      Object.assign(service, initialValues(), { requests: [] });
      enterState(service, stateOf(seed), startTime());
    },
  };
  enterState(service, service.state, resumeTime);
  return service;
}

/** Goes on with a state, with the emulated clock at a time (milliseconds since the epoch). */
function enterState(service: Service, state: State, time: number): void {
  service.state = state;
  service.recentChanges = [];
  service.recentRuns = [];
  service.recentCreates = [];
  service.releasedNames = [];
  service.clock.restart(time);
  resumeRuns(service);
  resumeBuilds(service);
  resumeDeployments(service);
  armSchedules(service);
  service.changed();
}

/** What a reset brings back, besides state, clock and log. */
const initialValues = () => ({
  settings: defaultSettings(),
  random: createRandom(1),
  faults: [],
  outcomes: [],
  recentChanges: [],
  recentRuns: [],
  recentCreates: [],
  releasedNames: [],
  quota: { tokens: 0, time: 0 },
});
