import * as z from "zod";
import { id, items, list, optional, text } from "./lenient.ts";

/* Answers about pipelines: reference sections 2.1 to 2.3 and 2.7 to 2.10. */

export const createProjectResult = z.object({ projectId: id });

export const getProjectsResult = z.object({ projectList: items(z.object({ id, name: z.string() })) });

/** What a task works on. Which keys `info` has depends on `type`; only the branch is read. */
const target = optional(
  z.object({
    type: optional(z.string()),
    name: optional(z.string()),
    info: optional(
      z.object({
        repository: optional(z.string()),
        branch: optional(z.string()),
        projectName: optional(z.string()),
        file: optional(z.string()),
        manifest: optional(z.string()),
        fullManifest: optional(z.string()),
        workspace: optional(z.object({ id: optional(z.union([z.string(), z.number()])), name: optional(z.string()) })),
      }),
    ),
  }),
);

export const taskConfig = z.object({ projectId: id, stageId: optional(id), scenarioId: optional(id), target });

const task = z.object({ id, name: z.string(), type: z.string(), config: taskConfig, linkedTasks: list(z.string()) });

const repository = z.object({ type: optional(z.string()), name: z.string(), branch: z.string() });

const schedule = z.object({
  day: list(z.string()),
  time: z.string(),
  timeZone: z.string(),
  scheduleOnlyWithChange: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
});

const trigger = z
  .object({
    repository: list(repository),
    schedule: list(schedule),
    sourcepipeline: list(z.object({ id, name: optional(z.string()) })),
  })
  .nullish()
  .transform((present) => present ?? { repository: [], schedule: [], sourcepipeline: [] });

export const getProjectResult = z.object({ id, name: z.string(), description: text, tasks: items(task), trigger });

/** "On failure the field is not shown": an absent `result` is a failure although the status says success. */
export const acknowledgement = z.object({ result: z.literal(true) });

/** What the acknowledgement of a success without a body reads as. */
export const acknowledged: z.output<typeof acknowledgement> = { result: true };

export type ProjectResult = z.output<typeof getProjectResult>;
export type TaskResult = ProjectResult["tasks"][number];
