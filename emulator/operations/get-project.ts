import { orderInside } from "../answers/order.ts";
import { taskAnswer } from "../answers/task-answer.ts";
import { triggerAnswer } from "../answers/trigger-answer.ts";
import { readPipeline } from "../world/pipelines.ts";
import type { Handler } from "./handler.ts";

export const getProject: Handler<"getProject"> = ({ parameters, region }, service) => {
  const { id, name, description, tasks, trigger } = readPipeline(service, parameters.projectId, region);
  const { world, settings } = service;
  return {
    id,
    name,
    description,
    tasks: orderInside(service, tasks).map((task) => ({
      ...taskAnswer(task, world, settings),
      linkedTasks: orderInside(service, task.linkedTasks),
    })),
    ...triggerAnswer(
      {
        repository: [...orderInside(service, trigger.repository)],
        schedule: orderInside(service, trigger.schedule).map((schedule) => ({
          ...schedule,
          day: [...orderInside(service, schedule.day)],
        })),
        sourcepipeline: [...orderInside(service, trigger.sourcepipeline)],
      },
      world.pipelines,
      settings,
    ),
  };
};
