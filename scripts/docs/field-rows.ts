import { formsOf, isNullable, type JsonSchema } from "./json-schema.ts";

/** One field of a body or a result. */
export interface FieldRow {
  /** Where it stands: `tasks[].config.projectId`. */
  field: string;
  /** What it is: "string", "object[]", "number or string". */
  type: string;
  required: boolean;
  nullable: boolean;
  rules: readonly string[];
}

/** All fields of an object, each followed by those inside it. */
export function fieldRows(schema: JsonSchema, prefix = ""): FieldRow[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([name, property]) => {
    const field = `${prefix}${name}`;
    const forms = formsOf(property);
    const row: FieldRow = {
      field,
      type: [...new Set(forms.map(typeOf))].join(" or "),
      required: required.includes(name),
      nullable: isNullable(property),
      rules: [...new Set(forms.flatMap(rulesOf))],
    };
    return [row, ...forms.flatMap((form) => innerRows(form, field))];
  });
}

function innerRows(form: JsonSchema, field: string): FieldRow[] {
  const [object, prefix] = form.items === undefined ? [form, `${field}.`] : [form.items, `${field}[].`];
  return object.oneOf === undefined ? fieldRows(object, prefix) : variantRows(object.oneOf, prefix);
}

/** Objects that come in variants, such as tasks: one row for each field, with the variants in which it stands. */
function variantRows(variants: readonly JsonSchema[], prefix: string): FieldRow[] {
  const found: { row: FieldRow; variants: JsonSchema[] }[] = [];
  for (const variant of variants) {
    let place = 0;
    for (const row of fieldRows(variant, prefix)) {
      const index = found.findIndex((other) => other.row.field === row.field);
      const known = found[index];
      place = known === undefined ? place : index;
      const rules = [...new Set([...(known?.row.rules ?? []), ...row.rules])];
      const merged = { row: { ...row, rules }, variants: [...(known?.variants ?? []), variant] };
      found.splice(place, known === undefined ? 0 : 1, merged);
      place += 1;
    }
  }
  return found.map(({ row, variants: present }) => {
    if (present.length === variants.length) return row;
    return { ...row, rules: [...row.rules, ...present.map((variant) => `${tagOf(variant)} only`)] };
  });
}

/** What tells a variant from the others: "`type` `SourceBuild`". */
function tagOf({ properties = {} }: JsonSchema): string {
  const [tag, value] = Object.entries(properties).find(([, { const: only }]) => only !== undefined) ?? ["", {}];
  return `\`${tag}\` \`${String(value.const ?? "")}\``;
}

function typeOf({ type, items, pattern }: JsonSchema): string {
  if (items !== undefined) return `${[...new Set(formsOf(items).map(typeOf))].join(" or ")}[]`;
  if (pattern === digits) return "decimal string";
  return type === "integer" || type === "number" ? "number" : String(type ?? "object");
}

const digits = String.raw`^\d+$`;

/** Whole numbers have the limits of what can be counted exactly, which say nothing. */
const isBounded = (limit: number | undefined): limit is number => limit !== undefined && Math.abs(limit) < 2 ** 50;

function rulesOf(schema: JsonSchema): string[] {
  const {
    const: only,
    enum: words = [only],
    minLength,
    maxLength,
    pattern,
    exclusiveMinimum,
    minimum,
    maximum,
    items,
    minItems,
  } = schema;
  return [
    ...words.flatMap((word) => (word === undefined ? [] : [`\`${word}\``])),
    ...(maxLength === undefined ? [] : [`${minLength ?? 0} to ${maxLength} characters`]),
    ...(maxLength === undefined && minLength !== undefined ? ["not empty"] : []),
    ...(pattern === undefined || pattern === digits ? [] : [`\`${pattern}\``]),
    ...(exclusiveMinimum === 0 ? ["above 0"] : []),
    ...(isBounded(minimum) && isBounded(maximum) ? [`${minimum} to ${maximum}`] : []),
    ...(minItems === undefined ? [] : [`at least ${minItems}`]),
    ...(items?.type === "string" ? [rulesOf(items).join(", ")].filter(Boolean).map((rules) => `each ${rules}`) : []),
  ];
}
