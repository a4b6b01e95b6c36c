import type {
  TaskRequest,
  TriggerRequest,
} from "../../../provider/services/sourcepipeline/api/schemas/pipeline-request.ts";
import { ServiceFailure } from "../../failure.ts";
import type { Service } from "../../service.ts";
import {
  holderOfName,
  readPipeline,
  removePipeline,
  storedPipeline,
  storePipeline,
  visibleNow,
} from "../../state/pipelines.ts";
import { type Counters, nextId, type Task, type Trigger } from "../../state/state.ts";
import { orderInside, selectItems } from "../lists.ts";
import { checkContent } from "./check-content.ts";
import type { Handlers } from "./handler.ts";
import { taskResponse, triggerResponse } from "./pipeline-response.ts";

/** The operations on pipelines. */
export const pipelineHandlers: Pick<
  Handlers,
  "createProject" | "getProjects" | "getProject" | "changeProject" | "deleteProject"
> = {
  createProject: ({ body, region }, service) => {
    checkContent(body, undefined, service);
    if (service.settings.duplicateNames === "refused") refuseTakenName(service, body.name, region);

    const { counters } = service.state;
    const id = nextId(counters, "pipeline");
    storePipeline(service, {
      id,
      region,
      name: body.name,
      description: body.description ?? "",
      tasks: readTasks(body.tasks, [], counters),
      trigger: readTrigger(body.trigger),
      changed: true,
    });
    return { projectId: id };
  },

  getProjects: (input, service) => {
    const pipelines = [...visibleNow(service).values()].filter(({ region }) => region === input.region);
    return { projectList: selectItems(service, pipelines, input).map(({ id, name }) => ({ id, name })) };
  },

  getProject: ({ parameters, region }, service) => {
    const { id, name, description, tasks, trigger } = readPipeline(service, parameters.projectId, region);
    const { state, settings } = service;
    return {
      id,
      name,
      description,
      tasks: orderInside(service, tasks).map((task) => ({
        ...taskResponse(task, state, settings),
        linkedTasks: orderInside(service, task.linkedTasks),
      })),
      ...triggerResponse(
        {
          repository: [...orderInside(service, trigger.repository)],
          schedule: orderInside(service, trigger.schedule).map((schedule) => ({
            ...schedule,
            day: [...orderInside(service, schedule.day)],
          })),
          sourcepipeline: [...orderInside(service, trigger.sourcepipeline)],
        },
        state.pipelines,
        settings,
      ),
    };
  },

  changeProject: ({ parameters, body, region }, service) => {
    const pipeline = storedPipeline(service, parameters.projectId, region);
    checkContent(body, pipeline, service);

    const clears = service.settings.patchOmission === "clears";
    storePipeline(service, {
      ...pipeline,
      description: body.description ?? (clears ? "" : pipeline.description),
      tasks: readTasks(body.tasks, pipeline.tasks, service.state.counters),
      trigger: body.trigger || clears ? readTrigger(body.trigger) : pipeline.trigger,
      changed: true,
    });
    return { result: true };
  },

  deleteProject: ({ parameters, region }, service) => {
    removePipeline(service, storedPipeline(service, parameters.projectId, region).id);
    return { result: true };
  },
};

/** A deleted pipeline keeps its name until reads have let go of it. */
function refuseTakenName(service: Service, name: string, region: string): void {
  const holder = holderOfName(service, region, name);
  if (holder === undefined) return;
  throw new ServiceFailure("duplicateName", `The name ${name} belongs to the pipeline ${holder.id}.`);
}

/**
 * The tasks of a body.
 *
 * @param before the tasks that the pipeline has: one with the same name keeps its id.
 */
const readTasks = (requests: readonly TaskRequest[], before: readonly Task[], counters: Counters): Task[] =>
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
const readTrigger = (trigger: TriggerRequest | null | undefined): Trigger => ({
  repository: trigger?.repository ?? [],
  schedule: trigger?.schedule ?? [],
  sourcepipeline: (trigger?.sourcepipeline ?? []).map(({ id }) => ({ id })),
});
