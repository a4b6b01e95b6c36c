import * as z from "zod";

/*
 * Building blocks for responses. The service's pages mark nothing as required and leave open where null stands, so
 * every form that means the same is read alike (reference sections 2.3, 2.17 and 8).
 */

const positive = z.int().positive();

/** An id: a number, or the same number as a decimal string. Zero is what a response without an id turns into elsewhere. */
export const id = z.union([positive, z.string().regex(/^\d+$/).transform(Number).pipe(positive)]);

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

/**
 * What a response is about: null reads as empty, but it must be there. Of a response without it nothing is certain, and an
 * empty list would mean that everything is gone.
 */
export const items = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullable()
    .transform((present) => present ?? []);

/** A value that may be missing: absent and null both read as undefined. */
export const optional = <Value extends z.ZodType>(value: Value) =>
  value.nullish().transform((present) => present ?? undefined);

/** A text that some pages type as a number. */
export const label = z.union([z.string(), z.number().transform(String)]);

/** A switch: absent and null read as off. */
export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/** An entry of a list that says what the key may do with it. */
export const listed = z.object({
  id,
  name: z.string(),
  permission: optional(z.string()),
  actionName: optional(z.string()),
});

/** When something was made, in milliseconds, and by whom. */
export const madeBy = optional(z.object({ timestamp: optional(z.number()), user: optional(label) }));
