import type { Settings } from "../settings/settings-table.ts";
import type { Pipeline, PipelineReads, Trigger } from "../world/world.ts";

/** The part of `getProject`'s answer that holds the trigger; it may be empty (reference section 8, row 8). */
export function triggerAnswer(
  { repository, schedule, sourcepipeline }: Trigger,
  pipelines: PipelineReads,
  { emptyTrigger }: Settings,
): { trigger?: object | null } {
  const isEmpty = repository.length + schedule.length + sourcepipeline.length === 0;
  if (isEmpty && emptyTrigger !== "lists") return emptyForms[emptyTrigger];
  const others = sourcepipeline.map(({ id }) => ({ id, ...nameOf(pipelines.get(id)) }));
  return { trigger: { repository, schedule, sourcepipeline: others } };
}

const nameOf = (pipeline: Pipeline | undefined) => pipeline && { name: pipeline.name };

const emptyForms = { object: { trigger: {} }, null: { trigger: null }, absent: {} } as const;
