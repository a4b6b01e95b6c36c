import type { Settings } from "../settings/settings-table.ts";
import type { Task, World } from "../world/world.ts";
import { resolveTarget } from "./resolve-target.ts";

/** A task as `getProject` and `getProjectHistory` show it. */
export const taskAnswer = (task: Task, world: World, { target }: Settings) => ({
  id: task.id,
  name: task.name,
  type: task.type,
  config: {
    projectId: task.projectId,
    ...(task.stageId !== undefined && { stageId: task.stageId }),
    ...(task.scenarioId !== undefined && { scenarioId: task.scenarioId }),
    ...targetForms[target](task, world),
  },
  linkedTasks: task.linkedTasks,
});

const targetForms: Readonly<Record<Settings["target"], (task: Task, world: World) => { target?: object | null }>> = {
  resolved: (task, world) => ({ target: resolveTarget(task, world) }),
  null: () => ({ target: null }),
  absent: () => ({}),
};
