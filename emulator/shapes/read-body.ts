import type * as z from "zod";
import { describeIssue } from "./describe-issue.ts";

/** A request schema of `provider/services/<service>/api`. */
export type BodySchema = z.ZodType;

/** What is let pass although the strict schema refuses it. */
interface Tolerance {
  /** Drop unknown properties: clients of the vendor send the models of responses. */
  readonly unknownKeys: boolean;
  /** Take any string for a day of the week. */
  readonly days: boolean;
}

type Read<Schema extends BodySchema> = { value: ReturnType<Schema["parse"]> } | { issues: z.core.$ZodIssue[] };

/** Reads the body of a create or an edit; it may remove unknown properties from the value that it is given. */
export function readBody<Schema extends BodySchema>(
  schema: Schema,
  value: unknown,
  tolerance: Tolerance,
): Read<Schema> {
  const parsed = schema.safeParse(value, { error: describeIssue });
  if (parsed.success) return { value: parsed.data as ReturnType<Schema["parse"]> };

  const unknown = tolerance.unknownKeys
    ? parsed.error.issues.filter((issue) => issue.code === "unrecognized_keys")
    : [];
  if (unknown.length > 0) {
    for (const { path, keys } of unknown) dropKeys(value, path, keys);
    return readBody(schema, value, tolerance);
  }

  const serious = parsed.error.issues.filter(({ path }) => !(tolerance.days && isDayText(value, path)));
  // The schemas transform nothing, so a value whose only problems are tolerated can be taken as it is.
  return serious.length === 0 ? { value: value as ReturnType<Schema["parse"]> } : { issues: serious };
}

function dropKeys(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): void {
  const holder = follow(value, path) as Record<string, unknown>;
  for (const key of keys) Reflect.deleteProperty(holder, key);
}

/** Whether the path leads to an element of a schedule's `day` that is a string. */
const isDayText = (value: unknown, path: readonly PropertyKey[]): boolean =>
  path[0] === "trigger" && path[1] === "schedule" && path[3] === "day" && typeof follow(value, path) === "string";

const follow = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((holder, key) => (holder as Record<PropertyKey, unknown> | undefined)?.[key], value);
