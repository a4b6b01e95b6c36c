import type { Rule } from "../../../provider/core/validation/rule.ts";
import { shapeRules } from "../../../provider/core/validation/shape/shape-rules.ts";
import { formOf, type ObjectShape, type Property, type Shape } from "../../../provider/core/validation/shape/shape.ts";
import { blocks, code, table } from "../markdown.ts";
import { anchorOf, argumentHead, required, row } from "./rows.ts";

/** The row of a property that a descriptor describes. */
export function propertyRow(name: string, property: Property, doc = property.doc): string[] {
  const facts = [
    property.replaces === true ? "*Replaces.*" : "",
    property.secret === true ? "*Secret.*" : "",
    doc,
    rulesText(rulesOf(property)),
  ];
  return row(name, typeOf(property), unlessGiven(property), facts.filter(Boolean).join(" "));
}

/** Sections about the objects inside a shape, each after the one that names it. */
export function shapeSections(shape: Shape): string[] {
  if (shape.type === "list") return shapeSections(shape.items);
  if (shape.type === "map") return shapeSections(shape.values);
  return objectsIn(shape).flatMap((form) => [
    blocks(
      `#### ${headingOf(form)}`,
      table(
        argumentHead,
        Object.entries(form.properties).map(([name, property]) => propertyRow(name, property)),
      ),
    ),
    ...Object.values(form.properties).flatMap(shapeSections),
  ]);
}

/** The rules that a property and what is in it can break, but for those that hold everywhere. */
function rulesOf(shape: Shape & Partial<Pick<Property, "reference">>): Rule[] {
  const { reference } = shape;
  return [
    ...(valueRules[shape.type] as (shape: Shape) => readonly (Rule | undefined)[])(shape),
    reference?.rule,
    reference?.ifEmpty?.rule,
  ].filter((rule) => rule !== undefined);
}

/** A list says which rules its elements keep where they have no section of their own. */
const valueRules: {
  readonly [Type in Shape["type"]]: (shape: Extract<Shape, { type: Type }>) => readonly (Rule | undefined)[];
} = {
  string: ({ maximum, pattern }) => [maximum?.rule, pattern?.rule],
  name: ({ rule }) => [rule],
  enum: ({ rule }) => [rule],
  timeZone: ({ rule }) => [rule],
  boolean: () => [],
  integer: ({ rule }) => [rule],
  id: () => [shapeRules.NCSP106],
  list: ({ items, atLeastOne }) => [atLeastOne?.rule, ...rulesOf(items)],
  map: ({ values }) => rulesOf(values),
  any: () => [],
  object: () => [],
  union: () => [],
};

/** Links to rules, each once. */
export const rulesText = (rules: readonly Rule[]): string =>
  [...new Set(rules.map((rule) => rule.code))].map((name) => `[${name}](rules.md#${name.toLowerCase()})`).join(", ");

function unlessGiven({ optional, autonamed, default: value }: Property): string {
  if (autonamed === true) return "from the resource's name unless given";
  if (optional !== true) return required;
  return value === undefined ? "optional" : `${code(JSON.stringify(value))} unless given`;
}

/** The type of a property, with a link to each object that has a section. */
function typeOf(shape: Shape): string {
  if (shape.type === "list") return `list of ${pluralOf(shape.items)}`;
  if (shape.type === "map") return `${typeOf(shape.values)} by key`;
  const forms = objectsIn(shape).map((form) => `[${headingOf(form)}](#${anchorOf(headingOf(form))})`);
  if (forms.length > 0) return forms.join(" or ");
  if (shape.type === "enum") return shape.words.map((word) => code(JSON.stringify(word))).join(" or ");
  return typeNames[shape.type] ?? code(shape.type);
}

/** Plain values in a list are many. */
const pluralOf = (shape: Shape): string => (typeOf(shape) === code("string") ? "strings" : typeOf(shape));

const typeNames: Readonly<Partial<Record<Shape["type"], string>>> = {
  name: "`string`",
  timeZone: "`string`",
  integer: "`number`",
  id: "`number`, or its decimal string",
  any: "any value",
};

function objectsIn(shape: Shape): ObjectShape[] {
  if (shape.type === "object") return [shape];
  if (shape.type !== "union") return [];
  return Object.keys(shape.forms).flatMap((word) => formOf(shape, word) ?? []);
}

/** "Schedule", of the noun "a schedule". */
function headingOf({ noun }: ObjectShape): string {
  const words = noun.replace(/^(an object of|an?) /, "");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
