import type { Task, World } from "../world/world.ts";

/**
 * What a task works on, in a few words.
 *
 * @example describeTarget(task, world) // "shop / prod / rolling"
 */
export const describeTarget = (task: Task, world: World): string => describers[task.type](task, world);

const describers: Readonly<Record<Task["type"], (task: Task, world: World) => string>> = {
  SourceBuild: ({ projectId, branch }, { references }) => {
    const project = references.buildProjects.get(projectId);
    return [project?.name ?? `project ${projectId}`, branch ?? project?.source.branch].filter(Boolean).join(" @ ");
  },
  SourceDeploy: ({ projectId, stageId, scenarioId }, { references }) => {
    const project = references.deployProjects.get(projectId);
    const stage = project?.stages.find(({ id }) => id === stageId);
    const scenario = stage?.scenarios.find(({ id }) => id === scenarioId);
    return [
      project?.name ?? `project ${projectId}`,
      stage?.name ?? `stage ${stageId}`,
      scenario?.name ?? `scenario ${scenarioId}`,
    ].join(" / ");
  },
};
