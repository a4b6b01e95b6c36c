import * as z from "zod";
import { days, limits, namePattern, repositoryTriggerType, timePattern } from "../limits.ts";

/*
 * Bodies of create and edit (reference sections 2.1 and 2.7). Strict: an unknown key is a mistake of ours. Where the
 * vendor's SDK writes null for an absent value, null is allowed.
 */

const id = z.int().positive();

const name = (limit: { minimum: number; maximum: number }) =>
  z.string().min(limit.minimum).max(limit.maximum).regex(namePattern);

const target = z.strictObject({ info: z.strictObject({ branch: z.string().min(1).nullish() }).nullish() }).nullish();

const taskOf = <Type extends string, Config extends z.ZodType>(type: Type, config: Config) =>
  z.strictObject({
    name: name(limits.taskName),
    type: z.literal(type),
    config,
    linkedTasks: z.array(z.string().min(1)).nullish(),
  });

const taskRequest = z.discriminatedUnion("type", [
  taskOf("SourceBuild", z.strictObject({ projectId: id, target })),
  taskOf("SourceDeploy", z.strictObject({ projectId: id, stageId: id, scenarioId: id, target })),
]);

const repositoryTrigger = z.strictObject({
  type: z.literal(repositoryTriggerType),
  name: z.string().min(1),
  branch: z.string().min(1),
});

const scheduleTrigger = z.strictObject({
  day: z.array(z.enum(days)).min(1),
  time: z.string().regex(timePattern),
  timeZone: z.string().min(1),
  scheduleOnlyWithChange: z.boolean(),
});

const pipelineTrigger = z.strictObject({ id, name: z.string().nullish() });

const triggerRequest = z.strictObject({
  repository: z.array(repositoryTrigger).nullish(),
  schedule: z.array(scheduleTrigger).nullish(),
  sourcepipeline: z.array(pipelineTrigger).nullish(),
});

const content = {
  description: z.string().max(limits.description.maximum).nullish(),
  tasks: z.array(taskRequest).min(1),
  trigger: triggerRequest.nullish(),
};

export const createProjectBody = z.strictObject({ name: name(limits.pipelineName), ...content });
export const changeProjectBody = z.strictObject(content);

export type CreateProjectBody = z.infer<typeof createProjectBody>;
export type ChangeProjectBody = z.infer<typeof changeProjectBody>;
export type TaskRequest = z.infer<typeof taskRequest>;
export type TriggerRequest = z.infer<typeof triggerRequest>;
