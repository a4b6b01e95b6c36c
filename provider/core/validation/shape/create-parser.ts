import { mapValues } from "../map-values.ts";
import { type Field, good, madeWhenUsed } from "./field.ts";
import { formOf, type Properties, type Shape } from "./shape.ts";
import { listOf, mapOf, object, optional, type PropertyField, required, unionOn } from "./structures.ts";
import {
  boolean,
  id,
  integer,
  limitedString,
  matching,
  name,
  nonEmptyString,
  oneOf,
  string,
  timeZone,
} from "./values.ts";

/**
 * Makes the parser of a form: it brings a value into canonical form and finds everything that is wrong with it. Unknown
 * values pass.
 *
 * @example createParser({ type: "boolean" })("yes", "enabled").problems // [{ code: "NCSP002", path: "enabled", … }]
 */
export const createParser = (shape: Shape): Field =>
  madeWhenUsed(() => (parsers[shape.type] as (shape: Shape) => Field)(shape));

const propertyFields = (properties: Properties): Record<string, PropertyField> =>
  mapValues(properties, (property) => (property.optional ? optional : required)(createParser(property)));

const parsers: { readonly [Type in Shape["type"]]: (shape: Extract<Shape, { type: Type }>) => Field } = {
  string: ({ minimum, maximum, pattern, hint = "Give a name, or leave it out." }) => {
    if (pattern !== undefined) return matching(pattern.rule, pattern.expression, pattern.noun);
    if (maximum !== undefined) return limitedString(maximum.rule, { maximum: maximum.characters });
    return minimum === 0 ? string : nonEmptyString(hint);
  },
  name: ({ rule, limits }) => name(rule, limits),
  enum: ({ rule, words }) => oneOf(rule, words),
  timeZone: ({ rule }) => timeZone(rule),
  boolean: () => boolean,
  integer: ({ rule, ...limits }) => integer(rule, limits),
  id: ({ hint }) => id(hint),
  list: ({ items, atLeastOne }) => listOf(createParser(items), atLeastOne),
  map: ({ values }) => mapOf(createParser(values)),
  any: () => good,
  object: ({ noun, properties }) => object(propertyFields(properties), noun),
  union: (union) => {
    const words = Object.keys(union.forms);
    const forms = words.flatMap((word) => {
      const form = formOf(union, word);
      if (form === undefined) return [];
      return [[word, { field: createParser(form), properties: Object.keys(form.properties) }] as const];
    });
    return unionOn(union.on, oneOf(union.rule, words), Object.fromEntries(forms), union.noun);
  },
};
