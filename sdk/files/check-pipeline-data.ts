import type { TaskType } from "../../provider/services/sourcepipeline/api/limits.ts";
import { limits, taskTypes } from "../../provider/services/sourcepipeline/api/limits.ts";
import { checkGraph } from "../../provider/services/sourcepipeline/pipeline/graph/check-graph.ts";
import { taskKinds } from "../../provider/services/sourcepipeline/pipeline/kinds/task-kinds.ts";
import { triggerKinds } from "../../provider/services/sourcepipeline/pipeline/kinds/trigger-kinds.ts";
import { rules } from "../../provider/services/sourcepipeline/pipeline/rules/catalogue.ts";
import type { Problem } from "../../provider/core/validation/problem.ts";
import type { Field } from "../../provider/core/validation/shape/field.ts";
import type { Property } from "../../provider/core/validation/shape/structures.ts";
import { listOf, object, optional, required, unionOn } from "../../provider/core/validation/shape/structures.ts";
import { boolean, id, limitedText, name, nonEmptyText, oneOf } from "../../provider/core/validation/shape/values.ts";

/**
 * Brings what a data file says into canonical form and finds everything that is wrong with it, by the rules and with
 * the codes that the same mistake has in a program.
 *
 * @example checkPipelineData({ name: "shop" }).problems // [{ code: "NCSP003", place: "tasks", … }]
 */
export function checkPipelineData(given: unknown): { value: unknown; problems: Problem[] } {
  const { value, problems } = pipeline(given, "");
  return { value, problems: [...problems, ...checkGraph(value)] };
}

type Properties = Readonly<Record<string, Property>>;

const ids = ["projectId", "stageId", "scenarioId"];
const nameOf = (key: string): string => key.slice(0, -"Id".length);

const task = (propertiesOf: (type: TaskType) => Properties): Field =>
  unionOn(
    "type",
    oneOf(rules.NCSP105, taskTypes),
    Object.fromEntries(taskTypes.map((type) => [type, object(propertiesOf(type), `A ${type} task`)])),
    "A task",
  );

const numberedTask = task((type) => taskKinds[type].properties);

const namedTask = task((type) => {
  const named = Object.entries(taskKinds[type].properties).map(([key, property]): [string, Property] =>
    ids.includes(key) ? [nameOf(key), required(nonEmptyText)] : [key, property],
  );
  return Object.fromEntries(named);
});

/** A task says all that it works on by name, or all by id. */
const anyTask: Field = (value, place) => {
  const keys = Object.keys(Object(value) as object);
  const isNumbered = ids.some((key) => keys.includes(key)) && !ids.some((key) => keys.includes(nameOf(key)));
  return (isNumbered ? numberedTask : namedTask)(value, place);
};

const anyPipelineTrigger: Field = (value, place) => {
  const isNumbered = Object.hasOwn(Object(value) as object, "id");
  const properties: Properties = isNumbered ? { id: required(id) } : { name: required(nonEmptyText) };
  return object(properties, "A pipeline trigger")(value, place);
};

const triggers = object(
  {
    repositories: triggerKinds.repositories.property,
    schedules: triggerKinds.schedules.property,
    pipelines: optional(listOf(anyPipelineTrigger)),
  },
  "An object of triggers",
);

/** An id is a text in a program's arguments, too. */
const adopt: Field = (value, place) => {
  if (typeof value === "boolean") return boolean(value, place);
  const { value: number, problems } = id(value, place);
  return { value: problems.length === 0 ? String(number) : value, problems };
};

const pipeline = object(
  {
    $schema: optional(nonEmptyText),
    name: required(name(rules.NCSP101, limits.pipelineName)),
    description: optional(limitedText(rules.NCSP102, limits.description)),
    tasks: required(listOf(anyTask, { rule: rules.NCSP103, message: "There is no task." })),
    triggers: optional(triggers),
    adopt: optional(adopt),
  },
  "A pipeline",
);
