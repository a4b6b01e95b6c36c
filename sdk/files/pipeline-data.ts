import type { Triggers } from "../../provider/model/pipeline.ts";

/*
 * A pipeline as a data file says it: names where the service has ids. What has no name of its own, because it is gone or
 * because two share the name, keeps its id. docs/pipeline.schema.json says the same to editors.
 */

/**
 * A pipeline as its file says it.
 *
 * @example { "name": "shop", "tasks": [{ "name": "build", "type": "SourceBuild", "project": "shop-api" }] }
 */
export interface PipelineData {
  /** 1 to 30 of `A-Z a-z 0-9 _ -`. */
  readonly name: string;
  /** At most 500 characters. */
  readonly description?: string;
  /** At least one. */
  readonly tasks: readonly TaskData[];
  readonly triggers?: TriggersData;
  /** Takes an existing pipeline over instead of creating one: the one of this name, or of an id. */
  readonly adopt?: boolean | string;
}

/** A task as a file says it. */
export type TaskData = BuildTaskData | DeployTaskData;

/** A task that builds a SourceBuild project. */
export interface BuildTaskData {
  readonly name: string;
  readonly type: "SourceBuild";
  /** Name of the SourceBuild project; else `projectId`. */
  readonly project?: string;
  readonly projectId?: number;
  /** Branch to build; without it the service follows the project's own branch. */
  readonly branch?: string;
  /** Names of the tasks that must have succeeded before this one starts. */
  readonly linkedTasks?: readonly string[];
}

/** A task that runs a SourceDeploy scenario. */
export interface DeployTaskData {
  readonly name: string;
  readonly type: "SourceDeploy";
  /** Names of the SourceDeploy project, its stage and its scenario; else the three ids. */
  readonly project?: string;
  readonly stage?: string;
  readonly scenario?: string;
  readonly projectId?: number;
  readonly stageId?: number;
  readonly scenarioId?: number;
  /** Names of the tasks that must have succeeded before this one starts. */
  readonly linkedTasks?: readonly string[];
}

/** What starts a pipeline besides a person. */
export interface TriggersData extends Pick<Triggers, "repositories" | "schedules"> {
  /** Other pipelines by name; else by id. */
  readonly pipelines?: readonly PipelineTriggerData[];
}

/** Another pipeline: give its name or its id. */
export interface PipelineTriggerData {
  readonly name?: string;
  readonly id?: number;
}
