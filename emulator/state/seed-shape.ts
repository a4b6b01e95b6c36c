import * as z from "zod";
import { taskTypes } from "../../provider/services/sourcepipeline/api/limits.ts";
import { operations } from "../../provider/services/sourcepipeline/api/operations.ts";
import { emulatedOperationNames } from "../services/operation-names.ts";
import { describeIssue } from "../shapes/describe-issue.ts";
import { readBody } from "../shapes/read-body.ts";
import { readValue } from "../shapes/read-value.ts";
import { amount, instant, listOf, positive, nonEmptyString } from "../shapes/values.ts";
import { environmentShape } from "./environment-shape.ts";
import {
  buildProjectShape,
  buildShape,
  deploymentShape,
  deployProjectShape,
  repositoryShape,
} from "./related-shapes.ts";
import type { Seed, SeedPipeline } from "./seed.ts";
import { counterNames, statuses, type Run } from "./state.ts";

/**
 * Reads a seed, a state file, or the body of `PUT /_emulator/state`.
 *
 * @param what names it in messages: "seed.json".
 * @throws ShapeError with every problem and its path.
 */
export const readSeed = (what: string, value: unknown): Seed => readValue(what, seedShape, value);

/** What the emulator itself adds to the body of a pipeline's creation. */
const additions = z.strictObject({
  id: positive.optional(),
  region: nonEmptyString.optional(),
  changed: z.boolean().optional(),
  tasks: z.array(z.strictObject({ id: positive.optional() })),
});

/** A pipeline of a seed: the body of its creation with these additions. */
const pipeline = z.looseObject({}).transform(({ id, region, changed, ...body }, context): SeedPipeline => {
  const tasks: unknown[] = Array.isArray(body["tasks"]) ? body["tasks"] : [];
  const added = additions.safeParse({ id, region, changed, tasks: tasks.map(idOf) }, { error: describeIssue });
  const withoutIds = Array.isArray(body["tasks"]) ? { ...body, tasks: tasks.map(withoutId) } : body;
  const read = readBody(operations.createProject.body, withoutIds, { unknownKeys: false, days: true });
  const issues = [...(added.error?.issues ?? []), ...("issues" in read ? read.issues : [])];
  context.issues.push(...issues.map((issue) => ({ ...issue, input: body }) as z.core.$ZodRawIssue));
  if ("issues" in read || !added.success) return z.NEVER;
  const given = read.value as SeedPipeline;
  return {
    ...given,
    ...added.data,
    tasks: given.tasks.map((task, index) => ({ ...task, id: added.data.tasks[index]?.id })),
  };
});

const idOf = (task: unknown): object => (isObject(task) && "id" in task ? { id: task.id } : {});

function withoutId(task: unknown): unknown {
  if (!isObject(task)) return task;
  const { id: _, ...rest } = task as { id?: unknown };
  return rest;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** A run in a seed, in the form in which the emulator shows it. */
const run = z.strictObject({
  id: positive,
  projectId: positive,
  requestType: z.enum(["console", "trigger"]),
  requestId: z.string(),
  begin: amount,
  end: amount.nullable(),
  status: z.enum(statuses),
  tasks: listOf(
    z.strictObject({
      id: positive,
      name: nonEmptyString,
      type: z.enum(taskTypes),
      projectId: positive,
      stageId: positive.optional(),
      scenarioId: positive.optional(),
      branch: nonEmptyString.optional(),
      linkedTasks: listOf(nonEmptyString),
      status: z.enum(statuses),
      resultId: z.string(),
      due: z.strictObject({ time: amount, status: z.enum(["success", "failed"]) }).optional(),
    }),
  ),
  chain: listOf(positive),
}) satisfies z.ZodType<Run>;

const counters = z.strictObject(
  Object.fromEntries(counterNames.map((name) => [name, amount.optional()])) as Record<
    (typeof counterNames)[number],
    z.ZodOptional<typeof amount>
  >,
);

const seedShape = z
  .strictObject({
    repositories: listOf(repositoryShape),
    buildProjects: listOf(buildProjectShape),
    deployProjects: listOf(deployProjectShape),
    pipelines: listOf(pipeline),
    runs: listOf(run),
    builds: z.array(buildShape).optional(),
    deployments: z.array(deploymentShape).optional(),
    environment: environmentShape.optional(),
    permissions: listOf(
      z.strictObject({
        accessKey: nonEmptyString,
        secretKey: nonEmptyString,
        allow: z.array(z.enum(emulatedOperationNames)).optional(),
      }),
    ),
    counters: counters.optional(),
    time: instant.optional(),
  })
  .superRefine((seed, context) => {
    for (const message of duplicateIds(seed)) context.addIssue({ code: "custom", message });
  });

/** One message for each id that is given twice within a kind, naming the later one. */
function duplicateIds(seed: Seed): string[] {
  const stages = (seed.deployProjects ?? []).flatMap((project) => project.stages ?? []);
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
    ...duplicatesIn("builds", seed.builds),
    ...duplicatesIn("deployments", seed.deployments),
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
