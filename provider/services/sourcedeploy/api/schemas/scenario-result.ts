import * as z from "zod";
import { flag, id, items, label, list, optional, text } from "../../../sourcepipeline/api/schemas/lenient.ts";
import { identity } from "./shared.ts";

/* Responses about scenarios (reference sections 5.2 and 5.3 of the related services). */

const optionalText = optional(z.string());
const optionalNumber = optional(z.number());
const commands = list(z.object({ user: text, cmd: text }));
const paths = list(z.object({ sourcePath: text, deployPath: text }));

const canaryConfig = z.object({
  analysisType: optionalText,
  canaryCount: optionalNumber,
  timeout: optionalNumber,
  prometheus: optionalText,
  env: optional(z.object({ baseline: optionalText, canary: optionalText })),
  metrics: list(
    z.object({
      name: optionalText,
      successCriteria: optionalText,
      weight: optionalNumber,
      queryType: optionalText,
      metric: optionalText,
      filter: optionalText,
      query: optionalText,
    }),
  ),
  analysisConfig: optional(
    z.object({ duration: optionalNumber, delay: optionalNumber, interval: optionalNumber, step: optionalNumber }),
  ),
  passScore: optionalNumber,
});

/** The config of a scenario, whatever its stage deploys to. */
const scenarioConfigResult = z.object({
  strategy: optionalText,
  sequence: optional(z.boolean()),
  file: optional(
    z.object({
      type: optionalText,
      ObjectStorage: optional(z.object({ bucket: optionalText, object: optionalText })),
      SourceBuild: optional(z.object({ id: optional(id), name: optionalText })),
    }),
  ),
  rollback: optional(z.boolean()),
  cmd: optional(z.object({ pre: commands, deploy: paths, post: commands })),
  loadBalancer: optional(
    z.object({
      loadBalancerTargetGroupNo: optionalNumber,
      loadBalancerTargetGroupName: optionalText,
      deleteServer: flag,
    }),
  ),
  manifest: optional(
    z.object({
      type: optionalText,
      repository: optionalText,
      branch: optionalText,
      path: list(z.string()).or(z.string().transform((path) => [path])),
    }),
  ),
  canaryConfig: optional(canaryConfig),
  path: paths,
});

export const getScenariosResult = z.object({
  project: optional(identity),
  stage: optional(identity),
  scenarioList: items(identity),
});

export const getScenarioResult = z.object({
  project: optional(identity),
  stage: optional(identity),
  ...identity.shape,
  description: text,
  /** The type of the stage. */
  type: optional(label),
  config: optional(scenarioConfigResult),
});
