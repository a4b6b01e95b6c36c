import { operationNames, operations, taskTypes } from "../../provider/services/sourcepipeline/api/index.ts";
import { readBody } from "../shape/read-body.ts";
import { readValue } from "../shape/read-value.ts";
import {
  amount,
  anyText,
  at,
  check,
  flag,
  instant,
  isRecord,
  listOf,
  nullable,
  oneOf,
  optional,
  type Place,
  positive,
  type Reader,
  record,
  report,
  text,
} from "../shape/shape.ts";
import type { Seed, SeedPipeline } from "./seed.ts";
import { counterNames, type Run, statuses } from "./state.ts";

/** A pipeline of a seed: the body of its creation, and what the emulator itself adds to it. */
const pipelineReader: Reader<SeedPipeline> = (value, place) => {
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
const runReader: Reader<Run> = record({
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

const identity = { id: optional(positive), name: text };

const workspace = record({
  id: optional(check<string | number>("a text or a number", (value) => ["string", "number"].includes(typeof value))),
  name: optional(anyText),
});

const buildProject = record({
  ...identity,
  source: record({ type: optional(text), repository: text, branch: text, workspace: optional(workspace) }),
});

const scenarioTarget = record({
  projectName: optional(anyText),
  file: optional(anyText),
  manifest: optional(listOf(text)),
});

const scenario = record({
  ...identity,
  source: optional(
    record({ type: oneOf("SourceBuild", "ObjectStorage", "KubernetesService"), target: optional(scenarioTarget) }),
  ),
});

const stage = record({ ...identity, scenarios: listOf(scenario) });

const permission = record({ accessKey: text, secretKey: text, allow: optional(listOf(oneOf(...operationNames))) });

const seedFields = record({
  repositories: listOf(record({ ...identity, branches: listOf(text) })),
  buildProjects: listOf(buildProject),
  deployProjects: listOf(record({ ...identity, stages: listOf(stage) })),
  pipelines: listOf(pipelineReader),
  runs: listOf(runReader),
  permissions: listOf(permission),
  counters: optional(record(Object.fromEntries(counterNames.map((name) => [name, optional(amount)])))),
  time: optional(instant),
});

const seedReader: Reader<Seed> = (value, place) => {
  const seed: Seed = seedFields(value, place);
  if (place.problems.length === 0) {
    for (const problem of duplicateIds(seed)) report(place, problem);
  }
  return seed;
};

/**
 * Reads a seed, a state file, or the body of `PUT /_emulator/state`.
 *
 * @param what names it in messages: "seed.json".
 * @throws ShapeError with every problem and its place.
 */
export const readSeed = (what: string, value: unknown): Seed => readValue(what, seedReader, value);

/** One message for each id that is given twice within a kind, naming the later place. */
function duplicateIds(seed: Seed): string[] {
  const stages = (seed.deployProjects ?? []).flatMap(({ stages = [] }) => stages);
  return [
    ...duplicatesIn("repositories", seed.repositories),
    ...duplicatesIn("buildProjects", seed.buildProjects),
    ...duplicatesIn("deployProjects", seed.deployProjects),
    ...duplicatesIn("stages", stages),
    ...duplicatesIn(
      "scenarios",
      stages.flatMap(({ scenarios = [] }) => scenarios),
    ),
    ...duplicatesIn("pipelines", seed.pipelines),
    ...duplicatesIn("runs", seed.runs),
  ];
}

function duplicatesIn(kind: string, items: readonly { id?: number | undefined; name?: string }[] = []): string[] {
  const seen = new Set<number>();
  return items.flatMap(({ id, name }) => {
    if (id === undefined) return [];
    if (seen.has(id)) return [`${kind}: the id ${id}${name === undefined ? "" : ` of ${name}`} is given twice`];
    seen.add(id);
    return [];
  });
}
