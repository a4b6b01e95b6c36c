/*
 * What the service returns, as plain types: in the vendor's own words, with numbers for ids. What its documentation does
 * not promise may be undefined.
 */

/** Something with an id and a name. */
export interface IdentifiedResult {
  id: number;
  name: string;
}

/** A pipeline, as `getProject` returns it. */
export interface ProjectResult extends IdentifiedResult {
  description: string;
  tasks: TaskResult[];
  trigger: TriggerResult;
}

/** A task of a pipeline. */
export interface TaskResult extends IdentifiedResult {
  /** `SourceBuild` or `SourceDeploy`. */
  type: string;
  config: TaskConfigResult;
  /** Names of the tasks that it waits for. */
  linkedTasks: string[];
}

/** What a task runs; a deploy task has all three ids. */
export interface TaskConfigResult {
  projectId: number;
  stageId?: number | undefined;
  scenarioId?: number | undefined;
  /** What the task works on, as the service resolved it. */
  target?: TargetResult | undefined;
}

/** What a task works on; which keys `info` has depends on `type`. */
export interface TargetResult {
  type?: string | undefined;
  name?: string | undefined;
  info?: TargetInfoResult | undefined;
}

/** Where the target of a task comes from. */
export interface TargetInfoResult {
  repository?: string | undefined;
  branch?: string | undefined;
  projectName?: string | undefined;
  file?: string | undefined;
  manifest?: string | undefined;
  fullManifest?: string | undefined;
  workspace?: { id?: string | number | undefined; name?: string | undefined } | undefined;
}

/** What starts a pipeline. */
export interface TriggerResult {
  repository: { type?: string | undefined; name: string; branch: string }[];
  schedule: { day: string[]; time: string; timeZone: string; scheduleOnlyWithChange: boolean }[];
  sourcepipeline: { id: number; name?: string | undefined }[];
}

/** A run of a pipeline. */
export interface HistoryResult {
  id: number;
  projectId?: number | undefined;
  /** Unix time, in seconds or milliseconds. */
  begin?: number | undefined;
  /** As `begin`; undefined, or 0, while it runs. */
  end?: number | undefined;
  status?: string | undefined;
}

/** A run in the list of runs. */
export interface HistoryEntryResult extends HistoryResult {
  requestType?: string | undefined;
  requestId?: string | undefined;
}

/** A run with its tasks. */
export interface HistoryDetailResult extends HistoryResult {
  tasks: HistoryTaskResult[];
}

/** A task of a run. */
export interface HistoryTaskResult {
  id?: number | undefined;
  name: string;
  type?: string | undefined;
  linkedTasks: string[];
  status?: string | undefined;
  resultId?: string | undefined;
  config?: TaskConfigResult | undefined;
}

/** A SourceBuild project. */
export interface BuildProjectResult extends IdentifiedResult {
  source?: BuildSourceResult | undefined;
}

/** What a SourceBuild project builds. */
export interface BuildSourceResult {
  type?: string | undefined;
  workspace?: { id?: string | number | undefined; name?: string | undefined } | undefined;
  repository?: string | undefined;
  branch?: string | undefined;
}

/** A scenario of SourceDeploy. */
export interface DeployScenarioResult extends IdentifiedResult {
  source?: DeploySourceResult | undefined;
}

/** What a scenario deploys. */
export interface DeploySourceResult {
  type?: string | undefined;
  target?: { projectName?: string | undefined; file?: string | undefined; manifest?: string[] | undefined } | undefined;
}
