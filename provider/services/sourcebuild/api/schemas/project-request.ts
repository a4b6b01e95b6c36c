import * as z from "zod";
import { limits, sourceType } from "../limits.ts";

/*
 * Bodies of create and edit (reference sections 3.2 and 3.3 of the related services). Strict: an unknown key is a mistake
 * of ours. Null is allowed where the vendor's provider writes it.
 */

const id = z.int().positive();
const filled = z.string().min(1);
const image = z.string().min(limits.image.minimum).max(limits.image.maximum);
const tag = z.string().min(limits.tag.minimum).max(limits.tag.maximum).regex(limits.tag.pattern);
const switchable = z.boolean().nullish();
const identified = z.strictObject({ id });

const sourceBuildPlatform = z.strictObject({
  type: z.literal("SourceBuild"),
  config: z.strictObject({ os: identified, runtime: z.strictObject({ id, version: identified }) }),
});
const containerRegistryPlatform = z.strictObject({
  type: z.literal("ContainerRegistry"),
  config: z.strictObject({ registry: filled, image: filled, tag }),
});
const publicRegistryPlatform = z.strictObject({
  type: z.literal("PublicRegistry"),
  config: z.strictObject({ image: filled, tag }),
});
const platform = z.discriminatedUnion("type", [sourceBuildPlatform, containerRegistryPlatform, publicRegistryPlatform]);

const source = z.strictObject({
  type: z.literal(sourceType),
  config: z.strictObject({ repository: filled, branch: filled }),
});

const environment = {
  docker: z.strictObject({ use: switchable, id: id.nullish() }).nullish(),
  timeout: z.int().min(limits.timeout.minimum).max(limits.timeout.maximum).nullish(),
  envVars: z.array(z.strictObject({ key: z.string().regex(limits.variableName.pattern), value: z.string() })).nullish(),
};

const content = {
  description: z.string().max(limits.description.maximum).nullish(),
  cmd: z
    .strictObject({
      pre: z.array(filled).nullish(),
      build: z.array(filled).nullish(),
      post: z.array(filled).nullish(),
      dockerbuild: z
        .strictObject({
          use: switchable,
          dockerfile: filled.nullish(),
          registry: filled.nullish(),
          image: image.regex(limits.image.pattern).nullish(),
          tag: tag.nullish(),
          latest: switchable,
        })
        .nullish(),
    })
    .nullish(),
  artifact: z
    .strictObject({
      use: switchable,
      path: z.array(filled).nullish(),
      storage: z
        .strictObject({ bucket: z.string().nullish(), path: z.string().nullish(), filename: z.string().nullish() })
        .nullish(),
      backup: switchable,
    })
    .nullish(),
  cache: z
    .strictObject({
      use: switchable,
      registry: filled.nullish(),
      image: image.nullish(),
      tag: tag.nullish(),
      latest: switchable,
    })
    .nullish(),
  linked: z.strictObject({ CloudLogAnalytics: switchable, FileSafer: switchable }).nullish(),
};

export const createProjectBody = z.strictObject({
  name: z.string().min(limits.projectName.minimum).max(limits.projectName.maximum).regex(limits.projectName.pattern),
  source,
  env: z.strictObject({ compute: identified, platform, ...environment }),
  ...content,
});

export const changeProjectBody = z.strictObject({
  source: source.nullish(),
  env: z.strictObject({ compute: identified.nullish(), platform: platform.nullish(), ...environment }).nullish(),
  ...content,
});

export const cancelBuildBody = z.strictObject({ buildId: filled });
