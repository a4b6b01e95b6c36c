import type { EmulatedClock } from "./clock/emulated-clock.ts";
import type { FaultRule } from "./faults/fault-rule.ts";
import type { HostProblem } from "./http/check-host.ts";
import type { Verdict } from "./http/check-signature.ts";
import type { Log } from "./log.ts";
import type { Random } from "./random.ts";
import type { OffsetAt } from "./runs/next-occurrence.ts";
import type { OutcomeRule } from "./runs/outcome-rule.ts";
import type { Settings } from "./settings.ts";
import type { Seed } from "./state/seed.ts";
import type { Run, State } from "./state/state.ts";
import type { StartedBy } from "./state/executions.ts";
import type { RecentCreate, ReleasedName } from "./state/recent-items.ts";
import type { RecentChange, RecentRun } from "./state/visible-pipelines.ts";

/** Everything of one emulator that lasts from one request to the next. Middleware and handlers get it as an argument. */
export interface Service {
  readonly keys: Keys;
  readonly clock: EmulatedClock;
  /** Real time, milliseconds since the epoch, without the setting `clockOffsetMs`. */
  readonly wallNow: () => number;
  /** Waits in real time, for faults that delay. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly offsetAt: OffsetAt;
  readonly log: Log;
  /** Why a request may not be served under the host that it names. */
  readonly hostProblem: HostProblem;
  state: State;
  settings: Settings;
  random: Random;
  /** Changes of pipelines that may not be visible yet. */
  recentChanges: RecentChange[];
  /** Runs that may not be visible yet. */
  recentRuns: RecentRun[];
  /** What of the related services was created a moment ago, and which names were released. */
  recentCreates: RecentCreate[];
  releasedNames: ReleasedName[];
  faults: FaultRule[];
  outcomes: OutcomeRule[];
  /** Oldest first. */
  requests: RequestEntry[];
  /** Counts requests; it goes on when the log is emptied. */
  lastRequestId: number;
  quota: QuotaBucket;
  /** Does what follows from the end of a run. */
  readonly runEnded: (run: Run) => void;
  /** Ends a task of a run, because the build or the deployment that it started has ended. */
  readonly taskEnded: (startedBy: StartedBy, status: "success" | "failed" | "canceled") => void;
  /** Says that the state changed and is to be saved. */
  readonly changed: () => void;
  /** Waits until the changes so far are saved. */
  readonly saved: () => Promise<void>;
  /** Puts the state that a seed describes in place of the present one; ids go on, and so does the clock. */
  readonly replaceState: (seed: Seed) => void;
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

/** One line of the log of requests, as `GET /_emulator/requests` shows it. */
export interface RequestEntry {
  /** Counts up; it goes on when the list is emptied. */
  id: number;
  /** ISO time of the emulator's clock. */
  time: string;
  /** As received. */
  method: string;
  /** Path and query as received. */
  path: string;
  /** Name of the operation; null when the path belongs to none. */
  operation: string | null;
  /** null when the fault rules kept the response back. */
  status: number | null;
  /** `"ok"`, or what is wrong with the signature. */
  signature: Verdict;
  /** What a fault rule did to it: `reset before`. */
  fault?: string;
}
