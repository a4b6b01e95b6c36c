import type { TaskArgs } from "../builders/task-args.ts";
import type { PipelineTriggerArgs } from "../builders/trigger-args.ts";
import type { BuildTaskArgs, DeployTaskArgs } from "../builders/tasks.ts";
import { buildTask, deployTask } from "../builders/tasks.ts";
import type { LookupOptions } from "../functions/lookup-options.ts";
import { getPipelineOutput } from "../functions/pipelines.ts";
import { Pipeline } from "../pipeline.ts";
import type { PipelineData, PipelineTriggerData, TaskData } from "./pipeline-data.ts";

/** Options of all the pipelines, and whose account the names in their files are looked up in. */
export interface DeclareOptions extends LookupOptions {
  /** Whether the engine refuses to delete the pipelines. */
  protect?: boolean | undefined;
}

/**
 * Declares a pipeline for each data file. Names are looked up; a trigger by another pipeline of the same folder is one
 * by that resource, so that both can be made in one update.
 *
 * @param files what the files say, by the names of the resources
 * @returns the pipelines, by the same names
 * @example const { shop } = ncloud.declarePipelines(ncloud.readPipelines("pipelines"));
 */
export function declarePipelines(
  files: Readonly<Record<string, PipelineData>>,
  options: DeclareOptions = {},
): Record<string, Pipeline> {
  const { provider, parent, protect } = options;
  const forResources = {
    ...(provider && { provider }),
    ...(parent && { parent }),
    ...(protect !== undefined && { protect }),
  };
  const lookup = { provider, parent };
  const byName = new Map(Object.entries(files).map(([resource, { name }]) => [name, resource]));
  const declared = new Map<string, Pipeline>();
  const underWay = new Set<string>();

  for (const [resource, data] of Object.entries(files)) declare(resource, data);
  return Object.fromEntries(declared);

  /** Declares a pipeline after those that start it. */
  function declare(resource: string, { tasks, triggers = {}, ...rest }: PipelineData): Pipeline {
    const before = declared.get(resource);
    if (before) return before;
    underWay.add(resource);
    const { pipelines = [], ...others } = triggers;
    const args = {
      ...rest,
      tasks: tasks.map((task) => taskOf(task, lookup)),
      triggers: { ...others, pipelines: pipelines.map(triggerOf) },
    };
    const pipeline = new Pipeline(resource, args, { ...forResources });
    underWay.delete(resource);
    declared.set(resource, pipeline);
    return pipeline;
  }

  function triggerOf({ name, id = 0 }: PipelineTriggerData): PipelineTriggerArgs {
    if (name === undefined) return { id };
    const resource = byName.get(name);
    const data = resource === undefined ? undefined : files[resource];
    // One that is not of this folder, or that waits for this one in turn, is looked up.
    if (resource === undefined || data === undefined || underWay.has(resource))
      return { id: getPipelineOutput({ name }, lookup).apply((found) => found.id) };
    return { id: declare(resource, data).id };
  }
}

/** A task by names, or one by ids, which is in program shape already. */
function taskOf(task: TaskData, options: LookupOptions): TaskArgs {
  if (task.project === undefined) return task as TaskArgs;
  return task.type === "SourceBuild"
    ? buildTask(task.name, withoutHead(task) as BuildTaskArgs, options)
    : deployTask(task.name, withoutHead(task) as DeployTaskArgs, options);
}

function withoutHead({ name: _, type: __, ...rest }: TaskData): unknown {
  return rest;
}
