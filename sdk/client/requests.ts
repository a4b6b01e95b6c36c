/* What the service is asked, as plain types: in the vendor's own words. */

/** An id: a number, or the same number as a text. */
export type PathId = string | number;

/** A page of a list; give both or neither, and neither reads the whole list. */
export interface PageRequest {
  /** From 1. */
  readonly pageNo?: number;
  /** How many entries a page has. */
  readonly pageSize?: number;
}

/** A list, or a page of it. */
export interface SearchRequest extends PageRequest {
  /** Part of the name. */
  readonly search?: string;
}

/** What a pipeline consists of, in create and edit. */
export interface ProjectContent {
  /** At most 500 characters. */
  description?: string | null | undefined;
  /** At least one. */
  tasks: TaskRequest[];
  /** What starts it besides a person. */
  trigger?: TriggerRequest | null | undefined;
}

/** A new pipeline. */
export interface NewProject extends ProjectContent {
  /** 1 to 30 of `A-Z a-z 0-9 _ -`. */
  name: string;
}

/** A task; `type` says which kind. */
export type TaskRequest = BuildTaskRequest | DeployTaskRequest;

/** A task that builds a SourceBuild project. */
export interface BuildTaskRequest {
  /** 1 to 50 of `A-Z a-z 0-9 _ -`. */
  name: string;
  /** Which kind it is. */
  type: "SourceBuild";
  /** What it runs. */
  config: { projectId: number; target?: TargetRequest | null | undefined };
  /** Names of the tasks that it waits for. */
  linkedTasks?: string[] | null | undefined;
}

/** A task that runs a SourceDeploy scenario. */
export interface DeployTaskRequest {
  /** 1 to 50 of `A-Z a-z 0-9 _ -`. */
  name: string;
  /** Which kind it is. */
  type: "SourceDeploy";
  /** What it runs. */
  config: { projectId: number; stageId: number; scenarioId: number; target?: TargetRequest | null | undefined };
  /** Names of the tasks that it waits for. */
  linkedTasks?: string[] | null | undefined;
}

/** The branch that a task builds. */
export interface TargetRequest {
  /** Which branch. */
  info?: { branch?: string | null | undefined } | null | undefined;
}

/** What starts a pipeline. */
export interface TriggerRequest {
  /** Pushes to branches of SourceCommit repositories. */
  repository?: { type: "sourcecommit"; name: string; branch: string }[] | null | undefined;
  /** Days and times of the week. */
  schedule?: ScheduleRequest[] | null | undefined;
  /** Other pipelines. */
  sourcepipeline?: { id: number; name?: string | null | undefined }[] | null | undefined;
}

/** Days and a time of the week. */
export interface ScheduleRequest {
  /** At least one. */
  day: ("MON" | "TUE" | "WED" | "THU" | "FRI" | "SAT" | "SUN")[];
  /** `HH:mm`, 24 hours. */
  time: string;
  /** As `getTimeZones` returns it. */
  timeZone: string;
  /** Run only when something changed since the last run. */
  scheduleOnlyWithChange: boolean;
}
