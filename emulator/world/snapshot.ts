import type { Seed, SeedPipeline } from "./seed.ts";
import type { Pipeline, World } from "./world.ts";

/**
 * A world in the form of a seed, complete: a world made of it is the same.
 *
 * @param time of the emulator's clock, milliseconds since the epoch.
 */
export const snapshot = (world: World, time: number): Seed => ({
  repositories: world.repositories,
  buildProjects: world.buildProjects,
  deployProjects: world.deployProjects,
  pipelines: [...world.pipelines.values()].map(seedPipeline),
  runs: [...world.runs.values()],
  ...(world.permissions.length > 0 && { permissions: world.permissions }),
  counters: world.counters,
  time: new Date(time).toISOString(),
});

/** A pipeline in the form of a seed. */
export const seedPipeline = ({ id, region, name, description, tasks, trigger, changed }: Pipeline): SeedPipeline => ({
  id,
  name,
  description,
  tasks: tasks.map((task) => ({
    id: task.id,
    name: task.name,
    type: task.type,
    config: {
      projectId: task.projectId,
      ...(task.stageId !== undefined && { stageId: task.stageId }),
      ...(task.scenarioId !== undefined && { scenarioId: task.scenarioId }),
      ...(task.branch !== undefined && { target: { info: { branch: task.branch } } }),
    },
    linkedTasks: task.linkedTasks,
  })),
  trigger,
  ...(region !== "KR" && { region }),
  changed,
});
