import type { RepositoryTrigger, ScheduleTrigger } from "../../provider/model/pipeline.ts";

/*
 * A pipeline as a file of an exported program: names where the service has ids. What has no name of its own, because it
 * is gone or because two share the name, keeps its id.
 */

export interface PipelineData {
  readonly name: string;
  readonly description?: string;
  readonly tasks: readonly TaskData[];
  readonly triggers?: TriggerData;
  /** Id of a pipeline to take over, where another one has got the name; or what the program had said. */
  readonly adopt?: true | string;
}

export type TaskData = BuildData | DeployData;

export interface BuildData {
  readonly name: string;
  readonly type: "SourceBuild";
  /** Name of the SourceBuild project; else `projectId`. */
  readonly project?: string;
  readonly projectId?: number;
  /** Only where it is not the project's own. */
  readonly branch?: string;
  readonly linkedTasks?: readonly string[];
}

export interface DeployData {
  readonly name: string;
  readonly type: "SourceDeploy";
  /** Names of the SourceDeploy project, its stage and its scenario; else the three ids. */
  readonly project?: string;
  readonly stage?: string;
  readonly scenario?: string;
  readonly projectId?: number;
  readonly stageId?: number;
  readonly scenarioId?: number;
  readonly linkedTasks?: readonly string[];
}

export interface TriggerData {
  readonly repositories?: readonly RepositoryTrigger[];
  readonly schedules?: readonly ScheduleTrigger[];
  /** Other pipelines by name; else by id. */
  readonly pipelines?: readonly ({ readonly name: string } | { readonly id: number })[];
}

/** The text of a file: the same for the same pipeline, whatever order the service answers in. */
export const dataText = (data: PipelineData): string => `${JSON.stringify(data, undefined, 2)}\n`;
