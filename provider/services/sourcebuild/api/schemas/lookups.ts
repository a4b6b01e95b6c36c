import * as z from "zod";
import { flag, id, items, label, optional } from "../../../sourcepipeline/api/schemas/lenient.ts";

/* Responses of the look-up operations: reference section 3.1 of the related services. */

const identified = z.object({ id, name: z.string() });
const allowed = { permission: optional(z.string()), actionName: optional(z.string()) };

export const computesResult = z.object({
  compute: items(z.object({ id, cpu: optional(z.number()), mem: optional(z.number()) })),
});

export const operatingSystemsResult = z.object({
  os: items(z.object({ id, name: z.string(), version: optional(label), archi: optional(z.string()) })),
});

export const runtimesResult = z.object({ runtime: items(identified) });
export const runtimeVersionsResult = z.object({ version: items(identified) });
export const dockerEnginesResult = z.object({ docker: items(identified) });

export const registriesResult = z.object({
  registry: items(z.object({ name: z.string(), status: optional(z.string()), ...allowed, disabled: flag })),
});

export const bucketsResult = z.object({
  bucket: items(z.object({ name: z.string(), ...allowed, creationTime: optional(label), disabled: flag })),
});

export const repositoriesResult = z.object({ repository: items(z.object({ name: z.string(), ...allowed })) });

export const branchesResult = z.object({ default: optional(z.string()), branch: items(z.string()) });
