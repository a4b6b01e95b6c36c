export { AdminError, createAdminClient } from "./client/create-admin-client.ts";
export type { EmulatorAdmin, NewFaultRule, NewOutcomeRule, SettingsChange } from "./client/emulator-admin.ts";
export { createEmulator } from "./create-emulator.ts";
export { ListenError } from "./http/listen.ts";
export { defaultKeys, type Emulator, type EmulatorOptions } from "./options.ts";
export type { LogForm } from "./log/create-log.ts";
export type { Keys } from "./service.ts";
export { ShapeError } from "./shape/read-value.ts";
export { StateFileInUseError } from "./store/state-file-in-use-error.ts";
export { sampleSeed } from "./world/sample-seed.ts";
export { readSeedFile } from "./store/state-file.ts";
export type { FaultKind, FaultMoment, FaultRule } from "./faults/fault-rule.ts";
export type { RequestEntry } from "./http/request-entry.ts";
export type { SignatureProblem, Verdict } from "./http/check-signature.ts";
export type { OutcomeRule } from "./runs/outcome-rule.ts";
export type { StartedRun } from "./triggers/push.ts";
export type { SettingName, Settings } from "./settings/settings-table.ts";
export type {
  Seed,
  SeedBuildProject,
  SeedBuildSource,
  SeedDeployProject,
  SeedPermission,
  SeedPipeline,
  SeedRepository,
  SeedScenario,
  SeedScenarioSource,
  SeedScenarioTarget,
  SeedStage,
  SeedTask,
  SeedTaskConfig,
  SeedTrigger,
  SeedWorkspace,
} from "./world/seed.ts";
export type { CounterName, Run, RunTask, Status, Task } from "./world/world.ts";
export type { OperationName } from "../provider/services/sourcepipeline/api/operation-names.ts";
