import * as z from "zod";
import { items, list, optional } from "../../../sourcepipeline/api/schemas/lenient.ts";
import { limits, stageTypes } from "../limits.ts";
import { identity } from "./shared.ts";

/* Stages (reference section 5.1 of the related services). */

const { minimum, maximum, pattern } = limits.stageName;
const name = z.string().min(minimum).max(maximum).regex(pattern);
const number = z.int().positive();

const target = {
  Server: z.strictObject({ serverNo: z.array(number).min(1) }),
  AutoScalingGroup: z.strictObject({ autoScalingGroupNo: number }),
  /** Pages name the number, the vendor's SDK and provider the UUID; one of them is needed. */
  KubernetesService: z.strictObject({ clusterNo: number.nullish(), clusterUuid: z.string().min(1).nullish() }),
  ObjectStorage: z.strictObject({ bucketName: z.string().min(1) }),
};

export const createStageBody = z.discriminatedUnion("type", [
  z.strictObject({ name, type: z.literal("Server"), config: target.Server }),
  z.strictObject({ name, type: z.literal("AutoScalingGroup"), config: target.AutoScalingGroup }),
  z.strictObject({ name, type: z.literal("KubernetesService"), config: target.KubernetesService }),
  z.strictObject({ name, type: z.literal("ObjectStorage"), config: target.ObjectStorage }),
]);

/** `type` and `config` belong together: what the config has to be depends on the type. */
export const changeStageBody = z.strictObject({
  name: name.nullish(),
  type: z.enum(stageTypes).nullish(),
  config: z
    .strictObject({
      serverNo: z.array(number).min(1).nullish(),
      autoScalingGroupNo: number.nullish(),
      clusterNo: number.nullish(),
      clusterUuid: z.string().min(1).nullish(),
      bucketName: z.string().min(1).nullish(),
    })
    .nullish(),
});

export const getStagesResult = z.object({ project: optional(identity), stageList: items(identity) });

const optionalNumber = optional(z.number());
const optionalText = optional(z.string());

export const getStageResult = z.object({
  project: optional(identity),
  ...identity.shape,
  type: optionalText,
  config: optional(
    z.object({
      serverNo: list(z.number()),
      serverName: list(z.string()),
      autoScalingGroupNo: optionalNumber,
      autoScalingGroupName: optionalText,
      clusterNo: optionalNumber,
      clusterUuid: optionalText,
      clusterName: optionalText,
      bucketName: optionalText,
    }),
  ),
});
