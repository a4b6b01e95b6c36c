import * as z from "zod";
import { fileTypes, limits } from "../limits.ts";

/*
 * Bodies of create and edit (reference sections 5.2 and 5.3 of the related services). What of the config is needed, and
 * what may be there at all, depends on the type of the stage, which the body does not name.
 */

const { minimum, maximum, pattern } = limits.scenarioName;
const number = z.int().positive();
const filled = z.string().min(1);
const between = (limit: { readonly minimum: number; readonly maximum: number }) =>
  z.number().min(limit.minimum).max(limit.maximum).nullish();

const file = z.strictObject({
  type: z.enum(fileTypes),
  ObjectStorage: z.strictObject({ bucket: filled, object: filled }).nullish(),
  SourceBuild: z.strictObject({ id: number }).nullish(),
});

const commands = z.array(z.strictObject({ user: z.string().nullish(), cmd: z.string().nullish() })).nullish();
const paths = z.array(z.strictObject({ sourcePath: filled, deployPath: filled })).nullish();

const metric = z.strictObject({
  name: filled,
  successCriteria: z.enum(["base", "canary"]),
  weight: z.number(),
  queryType: z.enum(["default", "promQL"]),
  metric: z.string().nullish(),
  filter: z.string().nullish(),
  query: z.string().nullish(),
});

const canaryConfig = z.strictObject({
  analysisType: z.enum(["manual", "auto"]),
  canaryCount: between(limits.canaryCount),
  timeout: between(limits.canaryTimeout),
  prometheus: z.string().nullish(),
  env: z
    .strictObject({
      baseline: z.string().max(limits.canaryEnvironment.maximum).nullish(),
      canary: z.string().max(limits.canaryEnvironment.maximum).nullish(),
    })
    .nullish(),
  metrics: z.array(metric).nullish(),
  analysisConfig: z
    .strictObject({
      duration: between(limits.analysis.duration),
      delay: between(limits.analysis.delay),
      interval: between(limits.analysis.interval),
      step: between(limits.analysis.step),
    })
    .nullish(),
  passScore: between(limits.passScore),
});

export const scenarioConfig = z.strictObject({
  strategy: z.string().nullish(),
  sequence: z.boolean().nullish(),
  file: file.nullish(),
  rollback: z.boolean().nullish(),
  cmd: z.strictObject({ pre: commands, deploy: paths, post: commands }).nullish(),
  loadBalancer: z.strictObject({ loadBalancerTargetGroupNo: number, deleteServer: z.boolean().nullish() }).nullish(),
  manifest: z
    .strictObject({ type: z.literal("SourceCommit"), repository: filled, branch: filled, path: z.array(filled).min(1) })
    .nullish(),
  canaryConfig: canaryConfig.nullish(),
  path: paths,
});

const description = z.string().max(limits.description.maximum).nullish();

export const createScenarioBody = z.strictObject({
  name: z.string().min(minimum).max(maximum).regex(pattern),
  description,
  config: scenarioConfig,
});

export const changeScenarioBody = z.strictObject({ description, config: scenarioConfig.nullish() });
