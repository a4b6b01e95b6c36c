import { limits, taskTypes } from "../api/limits.ts";
import { taskKinds } from "./kinds/task-kinds.ts";
import { triggerKinds } from "./kinds/trigger-kinds.ts";
import type { Parsed } from "../../../core/validation/shape/field.ts";
import { listOf, object, optional, required, unionOn } from "../../../core/validation/shape/structures.ts";
import { limitedText, name, oneOf } from "../../../core/validation/shape/values.ts";
import { rules } from "./rules/catalogue.ts";

/**
 * Brings what a program says about a pipeline into canonical form and finds everything that is wrong with it, without
 * knowing the account. Unknown values pass.
 *
 * @example parsePipeline({ name: "shop", tasks: [] }).problems // [{ code: "NCSP103", path: "tasks", … }]
 */
export function parsePipeline(inputs: unknown): Parsed {
  return pipeline(inputs, "");
}

const task = unionOn(
  "type",
  oneOf(rules.NCSP105, taskTypes),
  {
    SourceBuild: object(taskKinds.SourceBuild.properties, "A SourceBuild task"),
    SourceDeploy: object(taskKinds.SourceDeploy.properties, "A SourceDeploy task"),
  },
  "A task",
);

const triggers = object(
  Object.fromEntries(Object.entries(triggerKinds).map(([key, kind]) => [key, kind.property])),
  "An object of triggers",
);

const pipeline = object(
  {
    name: required(name(rules.NCSP101, limits.pipelineName)),
    description: optional(limitedText(rules.NCSP102, limits.description)),
    tasks: required(listOf(task, { rule: rules.NCSP103, message: "There is no task." })),
    triggers: optional(triggers),
  },
  "A pipeline",
);
