/*
 * The user's pipeline, as plain interfaces: programs without a compiler of their own read these declarations with
 * TypeScript 3.8.
 */

/** An id of the service: a number, or the same number as a decimal string (a Pulumi `id` is one). */
export type Id = number | string;

/** Day of a weekly schedule. */
export type Day = "MON" | "TUE" | "WED" | "THU" | "FRI" | "SAT" | "SUN";

/** What all tasks have. */
export interface TaskBase {
  /** Name, unique in the pipeline: 1 to 50 of `A-Z a-z 0-9 _ -`. */
  name: string;
  /** Names of the tasks that must have succeeded before this one starts; none: it starts with the pipeline. */
  linkedTasks?: string[];
}

/**
 * A task that builds a SourceBuild project.
 *
 * @example { name: "build", type: "SourceBuild", projectId: 20632, branch: "main" }
 */
export interface SourceBuildTask extends TaskBase {
  /** The kind of task. */
  type: "SourceBuild";
  /** Id of the SourceBuild project, as `getBuildProject` returns it. */
  projectId: Id;
  /** Branch to build; without it the service follows the project's own branch. */
  branch?: string;
}

/**
 * A task that runs a SourceDeploy scenario.
 *
 * @example { name: "deploy", type: "SourceDeploy", projectId: 12920, stageId: 14146, scenarioId: 2001, linkedTasks: ["build"] }
 */
export interface SourceDeployTask extends TaskBase {
  /** The kind of task. */
  type: "SourceDeploy";
  /** Id of the SourceDeploy project, as `getDeployProject` returns it. */
  projectId: Id;
  /** Id of a stage of that project, as `getDeployStage` returns it. */
  stageId: Id;
  /** Id of a scenario of that stage, as `getDeployScenario` returns it. */
  scenarioId: Id;
}

/** A task of a pipeline; `type` says which kind. */
export type Task = SourceBuildTask | SourceDeployTask;

/** Starts the pipeline when something is pushed to a branch of a SourceCommit repository. */
export interface RepositoryTrigger {
  /** Name of the repository. */
  name: string;
  /** Name of the branch. */
  branch: string;
}

/**
 * Starts the pipeline on days of the week at a time.
 *
 * @example { days: ["MON", "FRI"], time: "03:30", timeZone: "Asia/Seoul", onlyWithChange: true }
 */
export interface ScheduleTrigger {
  /** `MON` to `SUN`, at least one. */
  days: Day[];
  /** `HH:mm`, 24 hours, in `timeZone`. */
  time: string;
  /**
   * A zone that `getTimeZones` lists, with its offset (`Asia/Seoul (UTC+09:00)`) or without, by any IANA name that it
   * has: `UTC` for `Etc/UTC`, `Asia/Saigon` for `Asia/Ho_Chi_Minh`.
   */
  timeZone: string;
  /** Run only when the pipeline or its repository changed since the last run; `false` unless given. */
  onlyWithChange?: boolean;
}

/** Starts the pipeline when another pipeline has run. */
export interface PipelineTrigger {
  /** Id of the other pipeline. */
  id: Id;
}

/** What starts the pipeline besides a person; each list is a set, order means nothing. */
export interface Triggers {
  /** Pushes to branches of SourceCommit repositories. */
  repositories?: RepositoryTrigger[];
  /** Days and times of the week. */
  schedules?: ScheduleTrigger[];
  /** Other pipelines. */
  pipelines?: PipelineTrigger[];
}

/** What a program says about a pipeline. */
export interface PipelineInputs {
  /** 1 to 30 of `A-Z a-z 0-9 _ -`. */
  name: string;
  /** At most 500 characters. */
  description?: string;
  /** At least one. */
  tasks: Task[];
  /** What starts the pipeline besides a person. */
  triggers?: Triggers;
}

/** What a task works on, as the service resolved it. Which keys are there depends on `type`. */
export interface ResolvedTarget {
  /** `SourceCommit`, `GitHub`, `Bitbucket`, `Github Enterprise Server`, `SourceBuild`, `ObjectStorage`, `KubernetesService`. */
  type?: string;
  /** Name of the build or deploy project. */
  name?: string;
  /** Repository that is built. */
  repository?: string;
  /** Branch that is built. */
  branch?: string;
  /** Build project whose artifact is deployed. */
  projectName?: string;
  /** `bucket/object` that is deployed. */
  file?: string;
  /** Manifest that is deployed, as the service shows it. */
  manifest?: string;
  /** All of the manifest, where `manifest` is cut. */
  fullManifest?: string;
}
