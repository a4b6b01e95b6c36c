import type { EmulatedClock } from "./clock/emulated-clock.ts";
import type { FaultRule } from "./faults/fault-rule.ts";
import type { HostProblem } from "./http/allowed-hosts.ts";
import type { Log } from "./log/log.ts";
import type { OutcomeRule } from "./runs/outcome-rule.ts";
import type { Random } from "./random.ts";
import type { RequestEntry } from "./http/request-entry.ts";
import type { Settings } from "./settings/settings-table.ts";
import type { OffsetAt } from "./triggers/zone-offsets.ts";
import type { Run, World } from "./world/world.ts";
import type { Seed } from "./world/seed.ts";
import type { RecentChange } from "./world/visible-pipelines.ts";

/** Everything of one emulator that lasts from one request to the next. Steps and handlers get it as an argument. */
export interface Service {
  readonly keys: Keys;
  readonly clock: EmulatedClock;
  /** Real time, milliseconds since the epoch, without the setting `clockOffsetMs`. */
  readonly wallNow: () => number;
  /** Waits in real time, for faults that delay. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly offsetAt: OffsetAt;
  readonly log: Log;
  /** Why a request may not be answered under the host that it names. */
  readonly hostProblem: HostProblem;
  world: World;
  settings: Settings;
  random: Random;
  /** Changes of pipelines that may not be visible yet. */
  recentChanges: RecentChange[];
  faults: FaultRule[];
  outcomes: OutcomeRule[];
  /** Oldest first. */
  requests: RequestEntry[];
  /** Counts requests; it goes on when the log is emptied. */
  lastRequestId: number;
  quota: QuotaBucket;
  /** Does what follows from the end of a run. */
  readonly runEnded: (run: Run) => void;
  /** Says that the world changed and is to be saved. */
  readonly changed: () => void;
  /** Waits until the changes so far are saved. */
  readonly saved: () => Promise<void>;
  /** The world that a state describes, with ids that go on from those of the present one. */
  readonly worldOf: (seed: Seed) => World;
  /** Brings everything back to how it was at the start. */
  readonly reset: () => void;
}

/** What requests are signed with. */
export interface Keys {
  /** What requests name. */
  readonly accessKey: string;
  /** What their signatures are made with. */
  readonly secretKey: string;
}

/** What is left of a quota, and when it was counted last (wall clock, milliseconds). */
export interface QuotaBucket {
  readonly tokens: number;
  readonly time: number;
}
