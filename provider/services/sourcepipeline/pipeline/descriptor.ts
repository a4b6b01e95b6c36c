import { limits } from "../api/limits.ts";
import { mapValues } from "../../../core/validation/map-values.ts";
import type { ObjectShape, UnionShape } from "../../../core/validation/shape/shape.ts";
import { rules } from "./rules/catalogue.ts";
import { taskKinds } from "./tasks/task-kinds.ts";
import { triggerKinds } from "./triggers/trigger-kinds.ts";

const taskName = { type: "name", limits: limits.taskName, rule: rules.NCSP104 } as const;

/** A task; what a kind of task has of its own stands in the table of kinds. */
const task = {
  type: "union",
  noun: "a task",
  on: "type",
  doc: "The kind of task.",
  rule: rules.NCSP105,
  common: {
    name: { ...taskName, doc: "Name, unique in the pipeline: 1 to 50 of `A-Z a-z 0-9 _ -`." },
    linkedTasks: {
      type: "list",
      items: taskName,
      optional: true,
      doc: "Names of the tasks that must have succeeded before this one starts; none: it starts with the pipeline.",
    },
  },
  forms: formsOf(taskKinds),
} as const satisfies UnionShape;

/** What a program says about a pipeline: `PipelineInputs`, as data. */
export const pipelineDescriptor = {
  type: "object",
  noun: "a pipeline",
  properties: {
    name: {
      type: "name",
      limits: limits.pipelineName,
      rule: rules.NCSP101,
      autonamed: true,
      replaces: true,
      doc: "1 to 30 of `A-Z a-z 0-9 _ -`.",
    },
    description: {
      type: "string",
      minimum: 0,
      maximum: { characters: limits.description.maximum, rule: rules.NCSP102 },
      optional: true,
      default: "",
      doc: "At most 500 characters.",
    },
    tasks: {
      type: "list",
      items: task,
      atLeastOne: { rule: rules.NCSP103, message: "The list of tasks is empty." },
      doc: "At least one.",
    },
    triggers: {
      type: "object",
      noun: "an object of triggers",
      properties: listsOf(triggerKinds),
      optional: true,
      doc: "What starts the pipeline besides a person.",
    },
  },
} as const satisfies ObjectShape;

type Kinds = Readonly<Record<string, { readonly form: ObjectShape }>>;

function formsOf<Table extends Kinds>(kinds: Table): { [Key in keyof Table]: Table[Key]["form"] } {
  return mapValues(kinds, ({ form }) => form);
}

/** A list of the program's for each kind. */
interface KindList<Form> {
  readonly type: "list";
  readonly items: Form;
  readonly optional: true;
  readonly doc: string;
}

function listsOf<Table extends Kinds & Readonly<Record<string, { readonly doc: string }>>>(
  kinds: Table,
): { [Key in keyof Table]: KindList<Table[Key]["form"]> } {
  return mapValues(kinds, ({ doc, form }) => ({ type: "list", items: form, optional: true, doc }) as const);
}
