import { operationNames } from "../../provider/services/sourcepipeline/api/index.ts";
import { duplicateIds } from "./duplicate-ids.ts";
import { pipelineReader } from "./pipeline-reader.ts";
import { runReader } from "./run-reader.ts";
import type { Seed } from "./seed.ts";
import { counterNames } from "./world.ts";
import {
  amount,
  anyText,
  check,
  instant,
  listOf,
  oneOf,
  optional,
  positive,
  record,
  report,
  text,
  type Reader,
} from "../shape/shape.ts";
import { readValue } from "../shape/read-value.ts";

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
