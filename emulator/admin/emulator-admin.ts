import type { FaultKind, FaultMoment, FaultRule } from "../faults/fault-rule.ts";
import type { OutcomeRule } from "../runs/outcome-rule.ts";
import type { StartedRun } from "../runs/push.ts";
import type { RequestEntry } from "../service.ts";
import type { SettingName, Settings } from "../settings.ts";
import type { Seed } from "../state/seed.ts";

/** A fault rule as it is given: it responds before the handler unless it says otherwise. */
export interface NewFaultRule extends Omit<FaultRule, "fired" | "when" | "kind"> {
  /** `before` unless given. */
  when?: FaultMoment | undefined;
  /** `respond` unless given. */
  kind?: FaultKind | undefined;
}

/** An outcome rule as it is given. */
export type NewOutcomeRule = Omit<OutcomeRule, "used">;

/** Some settings with their new values; null resets one. */
export type SettingsChange = { [Name in SettingName]?: Settings[Name] | null };

/** What tests do to an emulator besides calling the service. Each call fails with the emulator's own words. */
export interface EmulatorAdmin {
  /** Whether it is up, and the ISO time of its clock. */
  health(): Promise<{ status: string; time: string }>;
  /**
   * The whole state, as a seed.
   *
   * @param options `secrets`: with the secret keys of sub-accounts, which are masked unless asked for.
   */
  readState(options?: { secrets?: boolean | undefined }): Promise<Seed>;
  /** Replaces the state. A secret key that is masked stays what it is for the same access key. */
  writeState(seed: Seed): Promise<Seed>;
  /** Back to the start: seed, clock, settings, faults, outcomes, log. Ids go on. */
  reset(): Promise<Seed>;
  /** The last 10,000 requests, the oldest first, with the verdict on each signature. */
  listRequests(): Promise<RequestEntry[]>;
  /** Empties the list of requests. */
  clearRequests(): Promise<void>;
  /**
   * Adds fault rules behind those that are there; gives all.
   *
   * @param seed of the dice of rules with a probability.
   * @example await emulator.admin.addFaults([{ operation: "createProject", when: "after", kind: "reset", times: 1 }])
   */
  addFaults(rules: readonly NewFaultRule[], seed?: number): Promise<FaultRule[]>;
  /** The fault rules, with how often each fired. */
  listFaults(): Promise<FaultRule[]>;
  /** Removes all fault rules. */
  removeFaults(): Promise<void>;
  /** Adds outcome rules behind those that are there; gives all. */
  addOutcomes(rules: readonly NewOutcomeRule[]): Promise<OutcomeRule[]>;
  /** The outcome rules, with how often each was used. */
  listOutcomes(): Promise<OutcomeRule[]>;
  /** Removes all outcome rules. */
  removeOutcomes(): Promise<void>;
  /**
   * Moves the clock forwards; what is due in between happens in order.
   *
   * @returns ISO time of the emulator's clock.
   */
  advanceClock(milliseconds: number): Promise<string>;
  /**
   * Moves the clock to a time.
   *
   * @param time ISO text, not before the present one.
   * @returns ISO time of the emulator's clock.
   */
  setClock(time: string): Promise<string>;
  /** A push to SourceCommit; gives the runs that it started. */
  push(repository: string, branch: string): Promise<StartedRun[]>;
  /** Runs a pipeline of whatever region; gives the id of the run. */
  runPipeline(id: number): Promise<number>;
  /** Cancels a run in progress. */
  cancelRun(id: number): Promise<void>;
  /** All settings. */
  readSettings(): Promise<Settings>;
  /** Changes some settings and resets those that are null; gives all. */
  changeSettings(change: SettingsChange): Promise<Settings>;
}
