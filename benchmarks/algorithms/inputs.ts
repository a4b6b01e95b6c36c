import type {
  PipelineInputs,
  ScheduleTrigger,
  Task,
} from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { range } from "../support/benchmark-world.ts";

/** A pipeline of many tasks, each of which waits for the one before it and for the one at half its number. */
export function pipelineOf(tasks: number): PipelineInputs {
  return { name: "bench", tasks: range(tasks).map(taskOf) };
}

function taskOf(number: number): Task {
  const before = number === 0 ? [] : [number - 1, number >> 1].map(nameOf);
  return { name: nameOf(number), type: "SourceBuild", projectId: 30_000, linkedTasks: [...new Set(before)] };
}

const nameOf = (number: number): string => `task-${String(number)}`;

/** A schedule in a zone whose clocks change. */
export const schedule: ScheduleTrigger = { days: ["MON", "FRI"], time: "02:30", timeZone: "Europe/Berlin" };

/** Names as an account has them. */
export const manyNames = (count: number): string[] =>
  range(count).map((number) => `team-${String(number % 97)}-service-${String(number)}`);
