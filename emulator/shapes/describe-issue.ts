import * as z from "zod";

/** One sentence for each problem, with its path: `tasks[0].name: expected a string, got 7.` */
export const problemsOf = (issues: readonly z.core.$ZodIssue[]): string[] => [
  ...new Set(
    issues.flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => sentence([...issue.path, key], issue.message))
        : [sentence(issue.path, issue.message)],
    ),
  ),
];

const sentence = (path: readonly PropertyKey[], message: string): string =>
  path.length === 0 ? `${message}.` : `${pathText(path)}: ${message}.`;

/** `["tasks", 0, "name"]` as `tasks[0].name`. */
const pathText = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");

/** What is wrong, where a shape has no words of its own for it; undefined leaves it to zod. */
export function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "unrecognized_keys") return `unknown property. Existing: ${propertiesOf(issue.inst).join(", ")}`;
  if (issue.code === "invalid_union" && typeof issue.discriminator === "string") {
    // A task of a type that no form has.
    const given = (issue.input as Record<string, unknown>)[issue.discriminator];
    return `expected ${oneOf((issue.options ?? []) as unknown[])}, got ${show(given)}`;
  }
  const what = expectation(issue);
  return what === undefined ? undefined : `expected ${what}, got ${show(issue.input)}`;
}

const propertiesOf = (shape: unknown): string[] => (shape instanceof z.ZodObject ? Object.keys(shape.shape) : []);

function expectation(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_type") return typeWords[issue.expected];
  if (issue.code === "invalid_value") return oneOf(issue.values);
  if (issue.code === "too_small") return smallest(issue);
  if (issue.code === "too_big") return `at most ${issue.maximum} ${unitOf(issue.origin)}`;
  return issue.code === "invalid_format" ? `a string that matches ${String(issue.pattern)}` : undefined;
}

const typeWords: Readonly<Record<string, string>> = {
  string: "a string",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

type TooSmall = Pick<z.core.$ZodIssueTooSmall, "origin" | "minimum" | "inclusive">;

function smallest({ origin, minimum, inclusive }: TooSmall): string {
  const isList = origin === "array";
  if (!isList && origin !== "string") return `a number ${inclusive ? "from" : "above"} ${minimum}`;
  if (minimum === 1) return isList ? "a list that is not empty" : "a string that is not empty";
  return `at least ${minimum} ${unitOf(origin)}`;
}

const unitOf = (origin: string): string => (origin === "string" ? "characters" : "entries");

const oneOf = (values: readonly unknown[]): string =>
  values.length === 1 ? String(values[0]) : `one of ${values.map(String).join(", ")}`;

/** A value for a message, cut to a line. */
export function show(value: unknown): string {
  if (value === undefined) return "nothing";
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}
