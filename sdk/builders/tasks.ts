import type { Input } from "@pulumi/pulumi";
import { nearest } from "../../provider/core/validation/nearest.ts";
import { expectedType } from "../../provider/core/validation/shape/expected.ts";
import { getBuildProjectOutput } from "../functions/build-projects.ts";
import { getDeployScenarioOutput } from "../functions/deploy.ts";
import type { LookupOutputOptions } from "../functions/lookup-options.ts";
import { refuse, wrongArguments } from "../program-mistakes.ts";
import type { SourceBuildTaskArgs, SourceDeployTaskArgs, TaskLink } from "./task-args.ts";

/** What a task builds, by name. */
export interface BuildTaskArgs {
  /** Name of the SourceBuild project. */
  project: Input<string>;
  /** Branch to build; without it the service follows the project's own branch. */
  branch?: Input<string | undefined> | undefined;
  /** The tasks that must have succeeded before this one starts; none: it starts with the pipeline. */
  linkedTasks?: Input<readonly Input<TaskLink>[] | undefined> | undefined;
}

/** What a task deploys, by name. */
export interface DeployTaskArgs {
  /** Name of the SourceDeploy project. */
  project: Input<string>;
  /** Name of the stage. */
  stage: Input<string>;
  /** Name of the scenario. */
  scenario: Input<string>;
  /** The tasks that must have succeeded before this one starts; none: it starts with the pipeline. */
  linkedTasks?: Input<readonly Input<TaskLink>[] | undefined> | undefined;
}

/**
 * A task that builds a SourceBuild project, looked up by its name; fails with the nearest names.
 *
 * @param name name of the task, unique in its pipeline
 * @example const build = ncloud.buildTask("build", { project: "shop-api", branch: "main" });
 */
export function buildTask(name: string, args: BuildTaskArgs, options?: LookupOutputOptions): SourceBuildTaskArgs {
  needNames("buildTask", name, args, ["project"]);
  const { project, ...rest } = args;
  const projectId = getBuildProjectOutput({ name: project }, options).apply(({ id }) => id);
  return { name, type: "SourceBuild", projectId, ...rest };
}

/**
 * A task that runs a SourceDeploy scenario, looked up by the names of project, stage and scenario; fails with the
 * nearest names.
 *
 * @param name name of the task, unique in its pipeline
 * @example
 * const deploy = ncloud.deployTask("deploy", { project: "shop", stage: "prod", scenario: "rolling", linkedTasks: ["build"] });
 */
export function deployTask(name: string, args: DeployTaskArgs, options?: LookupOutputOptions): SourceDeployTaskArgs {
  needNames("deployTask", name, args, ["project", "stage", "scenario"]);
  const { project, stage, scenario, ...rest } = args;
  const found = getDeployScenarioOutput({ project, stage, name: scenario }, options);
  return {
    name,
    type: "SourceDeploy",
    projectId: found.apply(({ projectId }) => projectId),
    stageId: found.apply(({ stageId }) => stageId),
    scenarioId: found.apply(({ id }) => id),
    ...rest,
  };
}

/** Ends the program where a name is missing, before anything is looked up: without types it may be anything. */
function needNames(builder: string, name: unknown, args: unknown, keys: readonly string[]): void {
  if (typeof name !== "string") {
    const what = expectedType("the name of the task", name);
    refuse([`  ${builder}: ${what} Give the name first, and then the object of arguments. [NCSP002]`]);
  }
  const call = `${builder}("${String(name)}")`;
  refuse(wrongArguments(call, args));
  const given = (args ?? {}) as Readonly<Record<string, unknown>>;
  const missing = keys.filter((key) => [undefined, null, ""].includes(given[key] as string));
  refuse(
    missing.map((key) => `  ${call}, ${key}: Required property "${key}" is missing. ${hintFor(key, given)} [NCSP003]`),
  );
}

/** What to do about a name that is missing: it may stand there under another key. */
function hintFor(key: string, given: Readonly<Record<string, unknown>>): string {
  if (`${key}Id` in given) return "This function takes names; a task by ids is an object with name, type and the ids.";
  const known = ["project", "stage", "scenario", "branch", "linkedTasks"];
  const [typed] = nearest(
    key,
    Object.keys(given).filter((other) => !known.includes(other)),
    1,
  );
  return typed === undefined ? "Give its name." : `"${typed}" is unknown. Did you mean "${key}"?`;
}
