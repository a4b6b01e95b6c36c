import type { Triggers } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import type { WarningCode } from "../../provider/services/sourcepipeline/pipeline/rules/catalogue.ts";

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
  /** What starts the pipeline besides a person. */
  readonly triggers?: TriggersData;
  /** Takes an existing pipeline over instead of creating one: the one of this name, or of an id. */
  readonly adopt?: boolean | string;
  /** Warnings that are not shown of this pipeline, each with the reason. */
  readonly silence?: Readonly<Partial<Record<WarningCode, string>>>;
}

/** A task as a file says it. */
export type TaskData = BuildTaskData | DeployTaskData;

/** A task that builds a SourceBuild project. */
export interface BuildTaskData {
  /** Name, unique in the pipeline: 1 to 50 of `A-Z a-z 0-9 _ -`. */
  readonly name: string;
  /** The kind of task. */
  readonly type: "SourceBuild";
  /** Name of the SourceBuild project; else `projectId`. */
  readonly project?: string;
  /** Id of the project, where it has no name of its own. */
  readonly projectId?: number;
  /** Branch to build; without it the service follows the project's own branch. */
  readonly branch?: string;
  /** Names of the tasks that must have succeeded before this one starts. */
  readonly linkedTasks?: readonly string[];
}

/** A task that runs a SourceDeploy scenario. */
export interface DeployTaskData {
  /** Name, unique in the pipeline: 1 to 50 of `A-Z a-z 0-9 _ -`. */
  readonly name: string;
  /** The kind of task. */
  readonly type: "SourceDeploy";
  /** Names of the SourceDeploy project, its stage and its scenario; else the three ids. */
  readonly project?: string;
  /** Name of the stage; else `stageId`. */
  readonly stage?: string;
  /** Name of the scenario; else `scenarioId`. */
  readonly scenario?: string;
  /** Id of the project, where it has no name of its own. */
  readonly projectId?: number;
  /** Id of the stage, where it has no name of its own. */
  readonly stageId?: number;
  /** Id of the scenario, where it has no name of its own. */
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
  /** Name of the other pipeline; else `id`. */
  readonly name?: string;
  /** Id of the other pipeline, where it has no name of its own. */
  readonly id?: number;
}
