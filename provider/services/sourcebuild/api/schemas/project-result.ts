import * as z from "zod";
import {
  flag,
  id,
  items,
  label,
  list,
  listed,
  madeBy,
  optional,
  text,
} from "../../../sourcepipeline/api/schemas/lenient.ts";

/* Responses about build projects and builds (reference sections 3.1, 3.4 and 3.5 of the related services). */

export const getProjectsResult = z.object({ total: optional(z.number()), project: items(listed) });

/** What a create and an edit return. */
export const projectIdentity = z.object({ id, name: optional(z.string()) });

/** Documentation of 2024 acknowledges with an empty object. */
export const acknowledgement = z
  .strictObject({ result: z.literal(true).optional() })
  .transform((): { result: true } => ({ result: true }));
export const acknowledged: z.output<typeof acknowledgement> = { result: true };

const identity = z.object({ id: optional(id), name: optional(z.string()) });

const platformConfig = z.object({
  os: optional(z.object({ ...identity.shape, version: optional(label), archi: optional(z.string()) })),
  runtime: optional(z.object({ ...identity.shape, version: optional(identity) })),
  registry: optional(z.string()),
  image: optional(z.string()),
  tag: optional(z.string()),
});

const environment = z.object({
  compute: optional(z.object({ id: optional(id), cpu: optional(z.number()), mem: optional(z.number()) })),
  platform: optional(z.object({ type: optional(z.string()), config: optional(platformConfig) })),
  docker: optional(z.object({ use: flag, id: optional(id), name: optional(z.string()) })),
  timeout: optional(z.number()),
  envVars: list(z.object({ key: z.string(), value: text })),
});

const image = { registry: optional(z.string()), image: optional(z.string()), tag: optional(z.string()), latest: flag };

export const getProjectResult = z.object({
  id,
  name: z.string(),
  description: text,
  created: madeBy,
  source: optional(
    z.object({
      type: optional(z.string()),
      config: optional(
        z.object({
          repository: optional(z.string()),
          branch: optional(z.string()),
          workspace: optional(z.object({ id: optional(label), name: optional(z.string()) })),
        }),
      ),
    }),
  ),
  env: environment,
  cmd: optional(
    z.object({
      pre: list(z.string()),
      build: list(z.string()),
      post: list(z.string()),
      dockerbuild: optional(z.object({ use: flag, dockerfile: optional(z.string()), ...image })),
    }),
  ),
  artifact: optional(
    z.object({
      use: flag,
      /** One old page says text. */
      path: list(z.string()).or(z.string().transform((path) => [path])),
      storage: optional(
        z.object({ bucket: optional(z.string()), path: optional(z.string()), filename: optional(z.string()) }),
      ),
      backup: flag,
    }),
  ),
  cache: optional(z.object({ use: flag, ...image })),
  linked: optional(z.object({ CloudLogAnalytics: flag, FileSafer: flag })),
  lastBuild: optional(z.object({ id: optional(label), timestamp: optional(z.number()), status: optional(z.string()) })),
});

/** The SDK says `id` where the pages say `projectId`. */
export const startBuildResult = z.object({ projectId: optional(id), id: optional(id), buildId: label });

export const getBuildHistoryResult = z.object({
  total: optional(z.number()),
  history: items(
    z.object({
      projectId: optional(id),
      buildId: label,
      /** Unix time in milliseconds; `end` of a running build may be null, 0 or absent. */
      begin: optional(z.number()),
      end: optional(z.number()),
      userId: optional(label),
      status: optional(z.string()),
      failedPhase: optional(z.string()),
    }),
  ),
});
