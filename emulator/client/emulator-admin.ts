import type { FaultKind, FaultMoment, FaultRule } from "../faults/fault-rule.ts";
import type { RequestEntry } from "../http/request-entry.ts";
import type { OutcomeRule } from "../runs/outcome-rule.ts";
import type { SettingName, Settings } from "../settings/settings-table.ts";
import type { StartedRun } from "../triggers/push.ts";
import type { Seed } from "../world/seed.ts";

/** A fault rule as it is given: it responds before the handler unless it says otherwise. */
export type NewFaultRule = Omit<FaultRule, "fired" | "when" | "kind"> & { when?: FaultMoment; kind?: FaultKind };

/** An outcome rule as it is given. */
export type NewOutcomeRule = Omit<OutcomeRule, "used">;

/** Some settings with their new values; null resets one. */
export type SettingsChange = { [Name in SettingName]?: Settings[Name] | null };

/** What tests do to an emulator besides calling the service. Each call fails with the emulator's own words. */
export interface EmulatorAdmin {
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
  listRequests(): Promise<RequestEntry[]>;
  clearRequests(): Promise<void>;
  /** @param seed of the dice of rules with a probability. */
  addFaults(rules: readonly NewFaultRule[], seed?: number): Promise<FaultRule[]>;
  listFaults(): Promise<FaultRule[]>;
  removeFaults(): Promise<void>;
  addOutcomes(rules: readonly NewOutcomeRule[]): Promise<OutcomeRule[]>;
  listOutcomes(): Promise<OutcomeRule[]>;
  removeOutcomes(): Promise<void>;
  /** @returns ISO time of the emulator's clock. */
  advanceClock(milliseconds: number): Promise<string>;
  /** @param time ISO text, not before the present one. */
  setClock(time: string): Promise<string>;
  /** A push to SourceCommit; gives the runs that it started. */
  push(repository: string, branch: string): Promise<StartedRun[]>;
  /** Runs a pipeline of whatever region; gives the id of the run. */
  runPipeline(id: number): Promise<number>;
  /** Cancels a run in progress. */
  cancelRun(id: number): Promise<void>;
  readSettings(): Promise<Settings>;
  changeSettings(change: SettingsChange): Promise<Settings>;
}
