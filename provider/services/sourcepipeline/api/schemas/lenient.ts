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
