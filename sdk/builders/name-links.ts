import type * as pulumi from "@pulumi/pulumi";
import type { Task } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import type { Inputs } from "../inputs.ts";
import type { TaskArgs } from "./task-args.ts";
import { eachOf, isObject, whenKnown } from "./when-known.ts";

/** Tasks whose links are names, as the provider takes them. */
export type NamedTasks = pulumi.Input<readonly pulumi.Input<Inputs<Task>>[]>;

/**
 * Tasks with each link that is a task replaced by that task's name. What is not known yet is followed when it is; what
 * is no task, link or list stays as it is, for the rules to tell.
 *
 * @example nameLinks([build, { ...deploy, linkedTasks: [build] }]) // linkedTasks: ["build"]
 */
export function nameLinks(tasks: pulumi.Input<readonly pulumi.Input<TaskArgs>[]>): NamedTasks {
  return whenKnown(tasks, (list) => eachOf(list, (task) => whenKnown(task, nameLinksOf))) as NamedTasks;
}

function nameLinksOf(task: unknown): unknown {
  if (!isObject(task) || !("linkedTasks" in task)) return task;
  const linkedTasks = whenKnown(task.linkedTasks, (links) => eachOf(links, (link) => whenKnown(link, nameOf)));
  return { ...task, linkedTasks };
}

const nameOf = (link: unknown): unknown => (isObject(link) && "name" in link ? link.name : link);
