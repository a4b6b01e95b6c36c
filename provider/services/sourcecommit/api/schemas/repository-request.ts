import * as z from "zod";
import { limits } from "../limits.ts";

/* Bodies of create and edit (reference section 2.2 of the related services). Strict: an unknown key is a mistake of ours. */

const { repositoryName: name, description } = limits;

const content = {
  /** Bytes count; no text of so many characters has fewer. */
  description: z.string().max(description.maximumBytes).nullish(),
  linked: z.strictObject({ FileSafer: z.boolean().nullish(), ObjectStorage: z.boolean().nullish() }).nullish(),
};

export const createRepositoryBody = z.strictObject({
  name: z.string().min(name.minimum).max(name.maximum).regex(name.pattern),
  ...content,
});
export const changeRepositoryBody = z.strictObject(content);
export const defaultBranchBody = z.strictObject({ default: z.string().min(1) });
