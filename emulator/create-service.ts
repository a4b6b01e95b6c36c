import { createEmulatedClock } from "./clock/emulated-clock.ts";
import type { HostClock } from "./clock/host-clock.ts";
import { createHostProblem } from "./http/allowed-hosts.ts";
import type { Log } from "./log/log.ts";
import { createRandom } from "./random.ts";
import type { Keys, Service } from "./service.ts";
import { defaultSettings } from "./settings/change-settings.ts";
import { runsAfter } from "./triggers/runs-after.ts";
import { createOffsets } from "./triggers/zone-offsets.ts";
import { createWorld } from "./world/create-world.ts";
import { replaceWorld } from "./world/replace-world.ts";
import type { Saver } from "./store/create-saver.ts";
import type { Seed } from "./world/seed.ts";

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
  /** Hosts to answer to, besides those of the machine itself. */
  readonly hosts?: readonly string[];
}

export function createService({
  keys,
  seed,
  saved,
  time,
  speed,
  host,
  log,
  saver,
  hosts,
  keepRuns,
}: ServiceOptions): Service {
  const startTime = (): number => time ?? host.now();
  const resumeTime = Math.max(startTime(), Date.parse(saved?.time ?? "") || 0);

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
    world: createWorld(saved ?? seed, undefined, { keepRuns, note: saver.note }),
    ...initialState(),
    requests: [],
    lastRequestId: 0,
    runEnded: (run) => {
      runsAfter(service, run);
    },
    worldOf: (given) => createWorld(given, service.world.counters, { keepRuns, note: saver.note }),
    reset: () => {
      Object.assign(service, initialState(), { requests: [] });
      replaceWorld(service, service.worldOf(seed), startTime());
    },
  };
  replaceWorld(service, service.world, resumeTime);
  return service;
}

/** What a reset brings back, besides world, clock and log. */
const initialState = () => ({
  settings: defaultSettings(),
  random: createRandom(1),
  faults: [],
  outcomes: [],
  recentChanges: [],
  quota: { tokens: 0, time: 0 },
});
