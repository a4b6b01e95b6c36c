import * as z from "zod";
import { buildStatuses } from "../../provider/services/sourcebuild/api/limits.ts";
import { createProjectBody } from "../../provider/services/sourcebuild/api/schemas/project-request.ts";
import { changeRepositoryBody } from "../../provider/services/sourcecommit/api/schemas/repository-request.ts";
import { deploymentStatuses, stageTypes } from "../../provider/services/sourcedeploy/api/limits.ts";
import { scenarioConfig } from "../../provider/services/sourcedeploy/api/schemas/scenario-request.ts";
import { changeStageBody } from "../../provider/services/sourcedeploy/api/schemas/stage.ts";
import { amount, expected, listOf, nonEmptyString, positive } from "../shapes/values.ts";
import type { Build, Deployment } from "./executions.ts";

/*
 * What a seed says of the related services. Where the wire has a form for it, that is the form here, too.
 */

const identity = { id: positive.optional(), name: nonEmptyString };
const created = z.strictObject({ timestamp: amount, user: z.string() }).optional();

export const repositoryShape = z.strictObject({
  ...identity,
  ...changeRepositoryBody.shape,
  branches: listOf(nonEmptyString),
  defaultBranch: nonEmptyString.optional(),
  tags: z.array(nonEmptyString).optional(),
  created,
});

const { env, cmd, artifact, cache, linked } = createProjectBody.shape;

export const buildProjectShape = z.strictObject({
  ...identity,
  source: z.strictObject({
    type: nonEmptyString.optional(),
    repository: nonEmptyString,
    branch: nonEmptyString,
    workspace: z
      .strictObject({
        id: z.union([z.string(), z.number()], expected("a string or a number")).optional(),
        name: z.string().optional(),
      })
      .optional(),
  }),
  description: z.string().optional(),
  created,
  env: env.optional(),
  cmd,
  artifact,
  cache,
  linked,
});

const scenarioSource = z.strictObject({
  type: z.enum(["SourceBuild", "ObjectStorage", "KubernetesService"]),
  target: z
    .strictObject({
      projectName: z.string().optional(),
      file: z.string().optional(),
      manifest: z.array(nonEmptyString).optional(),
    })
    .optional(),
});

const scenario = z.strictObject({
  ...identity,
  source: scenarioSource.optional(),
  description: z.string().optional(),
  config: scenarioConfig.optional(),
});

const stage = z.strictObject({
  ...identity,
  type: z.enum(stageTypes).optional(),
  config: changeStageBody.shape.config.unwrap().unwrap().optional(),
  scenarios: listOf(scenario),
});

export const deployProjectShape = z.strictObject({ ...identity, stages: listOf(stage) });

const startedBy = z.strictObject({ run: positive, task: nonEmptyString }).optional();
const named = z.strictObject({ id: positive, name: nonEmptyString });

export const buildShape = z.strictObject({
  id: positive,
  buildId: nonEmptyString,
  projectId: positive,
  begin: amount,
  end: amount.nullable(),
  userId: z.string(),
  status: z.enum(buildStatuses).exclude(["upload"]),
  failedPhase: z.string().nullable(),
  due: z
    .strictObject({ time: amount, status: z.enum(["success", "fail"]), failedPhase: z.string().nullable() })
    .optional(),
  uploadAt: amount.optional(),
  startedBy,
}) satisfies z.ZodType<Build>;

export const deploymentShape = z.strictObject({
  id: positive,
  projectId: positive,
  stage: named,
  scenario: named,
  type: z.enum(stageTypes),
  // Of a seed's scenario, whose build project may be gone.
  config: z.looseObject({}).transform((config) => config as Deployment["config"]),
  targets: listOf(z.strictObject({ no: amount, name: z.string() })),
  executor: z.string(),
  startTime: amount,
  endTime: amount.nullable(),
  status: z.enum(deploymentStatuses),
  due: z.strictObject({ time: amount, status: z.enum(deploymentStatuses) }).optional(),
  outcome: z.strictObject({ status: z.enum(["success", "fail"]), durationMs: amount }),
  reports: z.array(amount).optional(),
  startedBy,
}) satisfies z.ZodType<Deployment>;
