import * as z from "zod";
import { amount, listOf, nonEmptyString, positive } from "../shapes/values.ts";
import type { SeedEnvironment } from "./environment.ts";

const identified = { id: positive, name: nonEmptyString };
const numbered = { no: positive, name: nonEmptyString };
const named = z.strictObject({ name: nonEmptyString });

/** What a seed says of other services; each part may be left out. */
export const environmentShape = z.strictObject({
  computes: z.array(z.strictObject({ id: positive, cpu: amount, mem: amount })).optional(),
  operatingSystems: z
    .array(
      z.strictObject({
        ...identified,
        version: z.string(),
        archi: z.string(),
        runtimes: listOf(z.strictObject({ ...identified, versions: listOf(z.strictObject(identified)) })),
      }),
    )
    .optional(),
  dockerEngines: z.array(z.strictObject(identified)).optional(),
  registries: z.array(named).optional(),
  buckets: z
    .array(
      z.strictObject({
        name: nonEmptyString,
        objects: listOf(z.strictObject({ key: nonEmptyString, size: amount })),
      }),
    )
    .optional(),
  servers: z.array(z.strictObject(numbered)).optional(),
  autoScalingGroups: z
    .array(
      z.strictObject({
        ...numbered,
        instanceCount: amount.optional(),
        targetGroups: listOf(z.strictObject(numbered)),
      }),
    )
    .optional(),
  clusters: z.array(z.strictObject({ ...numbered, uuid: nonEmptyString })).optional(),
}) satisfies z.ZodType<SeedEnvironment>;
