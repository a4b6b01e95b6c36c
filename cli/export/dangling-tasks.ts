import type { PipelineData } from "../../sdk/files/pipeline-data.ts";

/** What to know about the tasks of a pipeline that could not be written with names; nothing when all could. */
export function danglingTasks({ name, tasks }: PipelineData): string[] {
  return tasks
    .filter((task) => task.project === undefined)
    .map(
      (task) =>
        `${name}: task "${task.name}" keeps its ids, because what it refers to is gone or shares its name. If it is ` +
        `gone, every preview refuses the pipeline: repair the task in the console, or leave the pipeline out.`,
    );
}
