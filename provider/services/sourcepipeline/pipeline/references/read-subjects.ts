import { taskKinds } from "../kinds/task-kinds.ts";
import { triggerKeys, triggerKinds } from "../kinds/trigger-kinds.ts";
import { knownList, knownRecord } from "../../../../core/validation/partial.ts";
import type { Subject } from "../../../../core/validation/references/reference.ts";

/** The parts of a pipeline that refer to something, whatever it is. */
export function readSubjects(inputs: unknown): Subject[] {
  const { tasks, triggers } = knownRecord(inputs);
  return [
    ...knownList(tasks).map((task, index) => ({
      path: `tasks[${index}]`,
      value: knownRecord(task),
      references: kindOf(task)?.references ?? {},
    })),
    ...triggerKeys.flatMap((key) =>
      knownList(knownRecord(triggers)[key]).map((trigger, index) => ({
        path: `triggers.${key}[${index}]`,
        value: knownRecord(trigger),
        references: triggerKinds[key].references,
      })),
    ),
  ];
}

/** The kind of a task; undefined while its type is not known. */
export function kindOf(task: unknown): (typeof taskKinds)[keyof typeof taskKinds] | undefined {
  const { type } = knownRecord(task);
  return typeof type === "string" && Object.hasOwn(taskKinds, type)
    ? taskKinds[type as keyof typeof taskKinds]
    : undefined;
}
