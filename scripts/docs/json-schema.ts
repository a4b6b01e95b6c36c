import type { Operation } from "../../provider/core/http/operation.ts";

/** The part of JSON Schema in which the bodies and results of the table are written. */
export interface JsonSchema {
  type?: string | readonly string[];
  const?: string | boolean;
  enum?: readonly string[];
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  minLength?: number;
  maxLength?: number;
  exclusiveMinimum?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  pattern?: string;
}

/** A schema of the table as it stands on the wire, before anything is read into it. */
export const jsonSchemaOf = (schema: Operation["result"]): JsonSchema =>
  schema.toJSONSchema({ io: "input" }) as JsonSchema;

/** The forms that a value can have, null left out. */
export function formsOf(schema: JsonSchema): readonly JsonSchema[] {
  const { type, anyOf } = schema;
  if (anyOf !== undefined) return anyOf.flatMap(formsOf);
  if (Array.isArray(type)) return (type as string[]).flatMap((name) => formsOf({ ...schema, type: name }));
  return type === "null" ? [] : [schema];
}

/** Whether null is one of the forms. */
export const isNullable = ({ type, anyOf = [] }: JsonSchema): boolean =>
  type === "null" || (Array.isArray(type) && type.includes("null")) || anyOf.some(isNullable);
