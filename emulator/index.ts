export { AdminError, createAdminClient } from "./admin/create-admin-client.ts";
export type { EmulatorAdmin, NewFaultRule, NewOutcomeRule, SettingsChange } from "./admin/emulator-admin.ts";
export { createEmulator } from "./create-emulator.ts";
export { ListenError } from "./http/listen.ts";
export { defaultKeys, type Emulator, type EmulatorOptions } from "./options.ts";
export type { LogForm } from "./log.ts";
export type { Keys } from "./service.ts";
export { ShapeError } from "./shapes/shape-error.ts";
export { StateFileInUseError } from "./store/acquire-lock.ts";
export { sampleSeed } from "./state/sample-seed.ts";
export { readSeedFile } from "./store/state-file.ts";
export type { FaultKind, FaultMoment, FaultRule } from "./faults/fault-rule.ts";
export type { RequestEntry } from "./service.ts";
export type { SignatureProblem, Verdict } from "./http/check-signature.ts";
export type { OutcomeRule } from "./runs/outcome-rule.ts";
export type { StartedRun } from "./runs/push.ts";
export type { SettingName, Settings } from "./settings.ts";
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
} from "./state/seed.ts";
export type {
  AutoScalingGroup,
  Bucket,
  Cluster,
  Compute,
  IdAndName,
  NamedThing,
  NumberAndName,
  OperatingSystem,
  Runtime,
  SeedEnvironment,
  StoredObject,
} from "./state/environment.ts";
export type { Build, Deployment, StartedBy } from "./state/executions.ts";
export type { CounterName, Created, Run, RunTask, StageConfig, Status, Task } from "./state/state.ts";
export type { OperationName } from "./services/operation-names.ts";
