import { operations } from "../../provider/services/sourcepipeline/api/index.ts";
import { readBody } from "../shape/read-body.ts";
import { at, flag, isRecord, optional, positive, report, text, type Place, type Reader } from "../shape/shape.ts";
import type { SeedPipeline } from "./seed.ts";

/** A pipeline of a seed: the body of its creation, and what the emulator itself adds to it. */
export const pipelineReader: Reader<SeedPipeline> = (value, place) => {
  if (!isRecord(value)) {
    report(place, "expected an object");
    return {} as SeedPipeline;
  }
  const { id, region, changed, ...body } = value;
  const { taskIds, tasks } = withoutTaskIds(body["tasks"], place);
  const read = readBody(operations.createProject.body, { ...body, tasks }, { unknownKeys: false, days: true });
  if ("problems" in read) {
    for (const { path, message } of read.problems) report(at(place, path.startsWith("[") ? path : `.${path}`), message);
    return {} as SeedPipeline;
  }

  const pipeline = read.value as SeedPipeline;
  return {
    ...pipeline,
    tasks: pipeline.tasks.map((task, index) => ({ ...task, id: taskIds[index] })),
    id: optional(positive)(id, at(place, ".id")),
    region: optional(text)(region, at(place, ".region")),
    changed: optional(flag)(changed, at(place, ".changed")),
  };
};

function withoutTaskIds(tasks: unknown, place: Place): { taskIds: (number | undefined)[]; tasks: unknown } {
  if (!Array.isArray(tasks)) return { taskIds: [], tasks };
  const split = tasks.map((task: unknown, index) => {
    if (!isRecord(task)) return { id: undefined, rest: task };
    const { id, ...rest } = task;
    return { id: optional(positive)(id, at(place, `.tasks[${index}].id`)), rest };
  });
  return { taskIds: split.map(({ id }) => id), tasks: split.map(({ rest }) => rest) };
}
