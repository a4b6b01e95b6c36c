import { z } from "zod";

/*
 * Building blocks for answers. The service's pages mark nothing as required and do not say where null stands, so
 * every form that means the same is read alike (reference sections 2.3, 2.17 and 8).
 */

/** An id: a number, or the same number as a decimal string. */
export const id = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);

/** A text: absent and null read as empty. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");

/** A list: absent and null read as empty. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

/** A value that may be missing: absent and null both read as undefined. */
export const optional = <Value extends z.ZodType>(value: Value) =>
  value.nullish().transform((present) => present ?? undefined);
