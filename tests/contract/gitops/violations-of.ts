/** A schema as Kubernetes has them: the words of JSON Schema that its kinds use. */
export interface KindSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, KindSchema>>;
  readonly required?: readonly string[];
  readonly items?: KindSchema;
  readonly additionalProperties?: KindSchema;
  readonly enum?: readonly unknown[];
  readonly "x-kubernetes-preserve-unknown-fields"?: boolean;
}

/** Where a manifest differs from its kind, a line each. Unknown keys count: a cluster drops them without a word. */
export function violationsOf(value: unknown, schema: KindSchema, path = ""): string[] {
  const type = typeOf(value);
  const isRight = schema.type === undefined || schema.type === type || (schema.type === "number" && type === "integer");
  if (!isRight) return [`${path}: ${type} instead of ${schema.type ?? ""}`];
  if (schema.enum?.includes(value) === false) return [`${path}: not one of ${schema.enum.join(", ")}`];
  if (Array.isArray(value))
    return value.flatMap((item, index) => violationsOf(item, schema.items ?? {}, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  const missing = (schema.required ?? []).filter((key) => !(key in value)).map((key) => `${path}.${key}: missing`);
  const inside = Object.entries(value).flatMap(([key, part]) => {
    const of = schema.properties?.[key] ?? schema.additionalProperties;
    if (of !== undefined) return violationsOf(part, of, `${path}.${key}`);
    return schema["x-kubernetes-preserve-unknown-fields"] === true ? [] : [`${path}.${key}: unknown`];
  });
  return [...missing, ...inside];
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}
