import type { Operations } from "../../provider/services/sourcepipeline/api/index.ts";

/** A request schema of `provider/services/sourcepipeline/api`. */
export type BodySchema = Operations["createProject"]["body"] | Operations["changeProject"]["body"];

/** What is let pass although the strict schema refuses it. */
export interface Tolerance {
  /** Drop unknown keys: clients of the vendor send the models of answers. */
  readonly unknownKeys: boolean;
  /** Take any text for a day of the week. */
  readonly days: boolean;
}

interface BodyProblem {
  /** For people: `tasks[0].name`. */
  readonly path: string;
  readonly message: string;
}

type Read<Schema extends BodySchema> = { value: ReturnType<Schema["parse"]> } | { problems: BodyProblem[] };

/** Reads the body of a create or an edit; it may remove unknown keys from the value that it is given. */
export function readBody<Schema extends BodySchema>(
  schema: Schema,
  value: unknown,
  tolerance: Tolerance,
): Read<Schema> {
  const parsed = schema.safeParse(value);
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
  if (serious.length === 0) return { value: value as ReturnType<Schema["parse"]> };
  return { problems: serious.map(({ path, message }) => ({ path: pathText(path), message })) };
}

function dropKeys(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): void {
  const holder = follow(value, path) as Record<string, unknown>;
  for (const key of keys) Reflect.deleteProperty(holder, key);
}

/** Whether the path leads to an element of a schedule's `day` that is a text. */
const isDayText = (value: unknown, path: readonly PropertyKey[]): boolean =>
  path[0] === "trigger" && path[1] === "schedule" && path[3] === "day" && typeof follow(value, path) === "string";

const follow = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((holder, key) => (holder as Record<PropertyKey, unknown> | undefined)?.[key], value);

/** `["tasks", 0, "name"]` as `tasks[0].name`. */
const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
