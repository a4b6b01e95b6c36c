import type { Input } from "@pulumi/pulumi";
import type {
  SourceBuildTask,
  SourceDeployTask,
  TaskBase,
} from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import type { Inputs } from "../inputs.ts";

/** A task that another one waits for: anything with its name, such as the task itself. */
export interface NamedTask {
  /** Name of the task. */
  name: Input<string>;
}

/** A task that another one waits for: its name, or the task itself. */
export type TaskLink = string | NamedTask;

/** What all tasks have, in a program. */
export interface TaskArgsBase {
  /** Name, unique in the pipeline: 1 to 50 of `A-Z a-z 0-9 _ -`. */
  name: Input<string>;
  /** The tasks that must have succeeded before this one starts; none: it starts with the pipeline. */
  linkedTasks?: Input<readonly Input<TaskLink>[] | undefined> | undefined;
}

/**
 * A task that builds a SourceBuild project.
 *
 * @example { name: "build", type: "SourceBuild", projectId: build.id, branch: "main" }
 */
export interface SourceBuildTaskArgs extends TaskArgsBase, Inputs<Omit<SourceBuildTask, keyof TaskBase>> {}

/**
 * A task that runs a SourceDeploy scenario.
 *
 * @example { name: "deploy", type: "SourceDeploy", projectId: 12920, stageId: 14146, scenarioId: 2001, linkedTasks: [build] }
 */
export interface SourceDeployTaskArgs extends TaskArgsBase, Inputs<Omit<SourceDeployTask, keyof TaskBase>> {}

/** A task of a pipeline, in a program; `type` says which kind. */
export type TaskArgs = SourceBuildTaskArgs | SourceDeployTaskArgs;
