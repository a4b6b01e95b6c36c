/*
 * What the service returns, as plain types: in the vendor's own words, with numbers for ids. What its documentation does
 * not promise may be undefined.
 */

/** Something with an id and a name. */
export interface IdentifiedResult {
  /** The service's id. */
  id: number;
  /** Name, as the console shows it. */
  name: string;
}

/** A pipeline, as `getProject` returns it. */
export interface ProjectResult extends IdentifiedResult {
  /** Empty without one. */
  description: string;
  /** Its tasks. */
  tasks: TaskResult[];
  /** What starts it besides a person. */
  trigger: TriggerResult;
}

/** A task of a pipeline. */
export interface TaskResult extends IdentifiedResult {
  /** `SourceBuild` or `SourceDeploy`. */
  type: string;
  /** What it runs. */
  config: TaskConfigResult;
  /** Names of the tasks that it waits for. */
  linkedTasks: string[];
}

/** What a task runs; a deploy task has all three ids. */
export interface TaskConfigResult {
  /** Id of its project. */
  projectId: number;
  /** Id of the stage; of deploy tasks. */
  stageId?: number | undefined;
  /** Id of the scenario; of deploy tasks. */
  scenarioId?: number | undefined;
  /** What the task works on, as the service resolved it. */
  target?: TargetResult | undefined;
}

/** What a task works on; which keys `info` has depends on `type`. */
export interface TargetResult {
  /** Which kind it is. */
  type?: string | undefined;
  /** Name, as the console shows it. */
  name?: string | undefined;
  /** Where it comes from. */
  info?: TargetInfoResult | undefined;
}

/** Where the target of a task comes from. */
export interface TargetInfoResult {
  /** Name of the repository. */
  repository?: string | undefined;
  /** Name of the branch. */
  branch?: string | undefined;
  /** Build project whose artifact is deployed. */
  projectName?: string | undefined;
  /** `bucket/object` that is deployed. */
  file?: string | undefined;
  /** Manifest that is deployed. */
  manifest?: string | undefined;
  /** All of the manifest, where `manifest` is cut. */
  fullManifest?: string | undefined;
  /** Workspace of the repository, where it has one. */
  workspace?: { id?: string | number | undefined; name?: string | undefined } | undefined;
}

/** What starts a pipeline. */
export interface TriggerResult {
  /** Pushes to branches of SourceCommit repositories. */
  repository: { type?: string | undefined; name: string; branch: string }[];
  /** Days and times of the week. */
  schedule: { day: string[]; time: string; timeZone: string; scheduleOnlyWithChange: boolean }[];
  /** Other pipelines. */
  sourcepipeline: { id: number; name?: string | undefined }[];
}

/** A run of a pipeline. */
export interface HistoryResult {
  /** The service's id. */
  id: number;
  /** Id of its project. */
  projectId?: number | undefined;
  /** Unix time, in seconds or milliseconds. */
  begin?: number | undefined;
  /** As `begin`; undefined, or 0, while it runs. */
  end?: number | undefined;
  /** How it stands, in the service's words. */
  status?: string | undefined;
}

/** A run in the list of runs. */
export interface HistoryEntryResult extends HistoryResult {
  /** How it was started, in the service's words. */
  requestType?: string | undefined;
  /** Who or what started it. */
  requestId?: string | undefined;
}

/** A run with its tasks. */
export interface HistoryDetailResult extends HistoryResult {
  /** Its tasks. */
  tasks: HistoryTaskResult[];
}

/** A task of a run. */
export interface HistoryTaskResult {
  /** The service's id. */
  id?: number | undefined;
  /** Name, as the console shows it. */
  name: string;
  /** Which kind it is. */
  type?: string | undefined;
  /** Names of the tasks that it waits for. */
  linkedTasks: string[];
  /** How it stands, in the service's words. */
  status?: string | undefined;
  /** Id of the result in SourceBuild or SourceDeploy. */
  resultId?: string | undefined;
  /** What it runs. */
  config?: TaskConfigResult | undefined;
}

/** A SourceBuild project. */
export interface BuildProjectResult extends IdentifiedResult {
  /** What it works on. */
  source?: BuildSourceResult | undefined;
}

/** What a SourceBuild project builds. */
export interface BuildSourceResult {
  /** Which kind it is. */
  type?: string | undefined;
  /** Workspace of the repository, where it has one. */
  workspace?: { id?: string | number | undefined; name?: string | undefined } | undefined;
  /** Name of the repository. */
  repository?: string | undefined;
  /** Name of the branch. */
  branch?: string | undefined;
}

/** A scenario of SourceDeploy. */
export interface DeployScenarioResult extends IdentifiedResult {
  /** What it works on. */
  source?: DeploySourceResult | undefined;
}

/** What a scenario deploys. */
export interface DeploySourceResult {
  /** Which kind it is. */
  type?: string | undefined;
  /** What is deployed. */
  target?: { projectName?: string | undefined; file?: string | undefined; manifest?: string[] | undefined } | undefined;
}
