import type { TaskRequest, TriggerRequest } from "../../provider/services/sourcepipeline/api/index.ts";
import { nextId } from "../world/next-id.ts";
import type { Counters, Task, Trigger } from "../world/world.ts";

/**
 * The tasks of a body.
 *
 * @param before the tasks that the pipeline has: one with the same name keeps its id.
 */
export const readTasks = (requests: readonly TaskRequest[], before: readonly Task[], counters: Counters): Task[] =>
  requests.map(({ name, type, config, linkedTasks }) => ({
    id: before.find((task) => task.name === name)?.id ?? nextId(counters, "task"),
    name,
    type,
    projectId: config.projectId,
    ...("stageId" in config && { stageId: config.stageId, scenarioId: config.scenarioId }),
    branch: config.target?.info?.branch ?? undefined,
    linkedTasks: linkedTasks ?? [],
  }));

/** The trigger of a body; null and absent parts are empty. */
export const readTrigger = (trigger: TriggerRequest | null | undefined): Trigger => ({
  repository: trigger?.repository ?? [],
  schedule: trigger?.schedule ?? [],
  sourcepipeline: (trigger?.sourcepipeline ?? []).map(({ id }) => ({ id })),
});
