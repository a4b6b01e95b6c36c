import { taskTypes } from "../../provider/services/sourcepipeline/api/index.ts";
import {
  amount,
  anyText,
  listOf,
  nullable,
  oneOf,
  optional,
  positive,
  record,
  text,
  type Reader,
} from "../shape/shape.ts";
import { statuses, type Run } from "./world.ts";

const task = record({
  id: positive,
  name: text,
  type: oneOf(...taskTypes),
  projectId: positive,
  stageId: optional(positive),
  scenarioId: optional(positive),
  branch: optional(text),
  linkedTasks: listOf(text),
  status: oneOf(...statuses),
  resultId: anyText,
  due: optional(record({ time: amount, status: oneOf("success", "failed") })),
});

/** A run in a seed, in the form in which the emulator shows it. */
export const runReader: Reader<Run> = record({
  id: positive,
  projectId: positive,
  requestType: oneOf("console", "trigger"),
  requestId: anyText,
  begin: amount,
  end: nullable(amount),
  status: oneOf(...statuses),
  tasks: listOf(task),
  chain: listOf(positive),
});
