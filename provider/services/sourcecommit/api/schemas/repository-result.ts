import * as z from "zod";
import { flag, id, items, listed, madeBy, optional, text } from "../../../sourcepipeline/api/schemas/lenient.ts";

/* Responses of SourceCommit (reference sections 2.1 and 2.3 of the related services). */

export const getRepositoriesResult = z.object({ total: optional(z.number()), repository: items(listed) });

export const getRepositoryResult = z.object({
  id,
  name: z.string(),
  description: text,
  created: madeBy,
  git: optional(
    z.object({ https: optional(z.string()), ssh: optional(z.string()), httpsPrivate: optional(z.string()) }),
  ),
  linked: z
    .object({ FileSafer: flag, ObjectStorage: flag })
    .nullish()
    .transform((linked) => linked ?? { FileSafer: false, ObjectStorage: false }),
});

export const getBranchesResult = z.object({ default: optional(z.string()), branch: items(z.string()) });
export const getTagsResult = z.object({ tag: items(z.string()) });

/** Writes are acknowledged by a bare `true`: "on failure the field is not shown". */
export const done = z.literal(true);
