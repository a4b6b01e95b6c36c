import { checkGraph } from "../../provider/services/sourcepipeline/pipeline/tasks/check-graph.ts";
import { pipelineDescriptor } from "../../provider/services/sourcepipeline/pipeline/descriptor.ts";
import { mapValues } from "../../provider/core/validation/map-values.ts";
import { knownRecord } from "../../provider/core/validation/partial.ts";
import type { Problem } from "../../provider/core/validation/problem.ts";
import { problem } from "../../provider/core/validation/problem.ts";
import { silence } from "../../provider/core/validation/silence.ts";
import { rules } from "../../provider/services/sourcepipeline/pipeline/rules/catalogue.ts";
import { createParser } from "../../provider/core/validation/shape/create-parser.ts";
import type { Field } from "../../provider/core/validation/shape/field.ts";
import { madeWhenUsed } from "../../provider/core/validation/shape/field.ts";
import { shapeRules } from "../../provider/core/validation/shape/shape-rules.ts";
import type { ObjectShape, Properties, Property, Shape } from "../../provider/core/validation/shape/shape.ts";
import type { PropertyField } from "../../provider/core/validation/shape/structures.ts";
import { listOf, object, optional, required } from "../../provider/core/validation/shape/structures.ts";
import { boolean, id, nonEmptyString } from "../../provider/core/validation/shape/values.ts";

/**
 * Brings what a data file says into canonical form and finds everything that is wrong with it, by the rules and with
 * the codes that the same mistake has in a program.
 *
 * @example checkPipelineData({ name: "shop" }).problems // [{ code: "NCSP003", path: "tasks", … }]
 */
export function checkPipelineData(given: unknown): { value: unknown; problems: Problem[] } {
  const { value, problems } = pipeline(given, "");
  return { value, problems: [...problems, ...checkGraph(value)] };
}

/** The field of a form in a file: like that of a program, but what refers to something may do so by name. */
function fileField(shape: Shape): Field {
  const keys = [...new Set(idKeysOf(shape))];
  if (keys.length > 0) return byNameOrById(keys, createParser(withNames(shape)), createParser(withFileHints(shape)));
  if (shape.type === "list") return listOf(fileField(shape.items), shape.atLeastOne);
  return shape.type === "object" ? object(fileFields(shape.properties), shape.noun) : createParser(shape);
}

const fileFields = (properties: Properties): Record<string, PropertyField> =>
  mapValues(properties, (property) => (property.optional ? optional : required)(fileField(property)));

/** All that an object refers to is given by name, or all by id. */
function byNameOrById(keys: readonly string[], byName: Field, byId: Field): Field {
  return (value, path) => {
    const given = knownRecord(value);
    const ids = keys.filter((key) => given[key] !== undefined);
    if (ids.length === 0) return byName(value, path);
    if (!keys.some((key) => given[nameKey(key)] !== undefined)) return byId(value, path);
    const named = Object.fromEntries(Object.entries(given).filter(([key]) => !ids.includes(key)));
    const parsed = byName(named, path);
    return { ...parsed, problems: [...parsed.problems, ...ids.map((key) => isMixed(key, given, path))] };
  };
}

function isMixed(key: string, given: Readonly<Record<string, unknown>>, path: string): Problem {
  const name = nameKey(key);
  const what = given[name] === undefined ? `"${key}" is an id beside names.` : `"${name}" and "${key}" are both given.`;
  return problem(shapeRules.NCSP001, `${path}.${key}`, what, "Give all names, or all ids.");
}

/** The keys of an object's ids of what it refers to. */
function idKeysOf(shape: Shape): string[] {
  if (shape.type === "union") return Object.values(shape.forms).flatMap(idKeysOf);
  return shape.type === "object" ? Object.keys(shape.properties).filter((key) => isReferringId(shape, key)) : [];
}

const isReferringId = ({ properties }: ObjectShape, key: string): boolean => properties[key]?.reference?.by === "id";

/** The key under which a name stands instead of an id: `project` for `projectId`, `name` for `id`. */
export const nameKey = (key: string): string => (key === "id" ? "name" : key.slice(0, -"Id".length));

/** The same form with hints for a file, which calls no functions but can say the name. */
function withFileHints(shape: Shape): Shape {
  if (shape.type === "union")
    return { ...shape, forms: mapValues(shape.forms, (form) => withFileHints(form) as ObjectShape) };
  if (shape.type !== "object") return shape;
  const properties = Object.entries(shape.properties).map(([key, property]): [string, Property] => {
    const hint = `Give a number, or the name: "${nameKey(key)}": {name}.`;
    return [key, property.type === "id" ? { ...property, hint } : property];
  });
  return { ...shape, properties: Object.fromEntries(properties) };
}

/** The same form with names instead of ids. */
function withNames(shape: Shape): Shape {
  if (shape.type === "union")
    return { ...shape, forms: mapValues(shape.forms, (form) => withNames(form) as ObjectShape) };
  if (shape.type !== "object") return shape;
  const properties = Object.entries(shape.properties).map(([key, property]): [string, Property] =>
    isReferringId(shape, key)
      ? [nameKey(key), { type: "string", minimum: 1, hint: "Give a name.", doc: property.doc }]
      : [key, property],
  );
  return { ...shape, properties: Object.fromEntries(properties) };
}

const adoptedId = id('Give true, or the number of an existing pipeline, such as "3101".');

/** An id is a string in a program's arguments, too. */
const adopt: Field = (value, path) => {
  if (typeof value === "boolean") return boolean(value, path);
  const { value: number, problems } = adoptedId(value, path);
  return { value: problems.length === 0 ? String(number) : value, problems };
};

const pipeline = madeWhenUsed(() =>
  object(
    {
      $schema: optional(nonEmptyString("Give the address of the schema, or leave it out.")),
      ...fileFields(pipelineDescriptor.properties),
      adopt: optional(adopt),
      silence: optional(silence(rules, rules.NCSP902)),
    },
    pipelineDescriptor.noun,
  ),
);
