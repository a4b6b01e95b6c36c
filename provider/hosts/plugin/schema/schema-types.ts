import { type Properties, type Property, type Shape, type UnionShape } from "../../../core/validation/shape/shape.ts";
import { packageName } from "../package-name.ts";

/** A form of values in the schema of a package. */
interface TypeSpec {
  readonly type?: "string" | "integer" | "number" | "boolean" | "array" | "object";
  readonly $ref?: string;
  readonly items?: TypeSpec;
  readonly additionalProperties?: TypeSpec;
  readonly oneOf?: readonly TypeSpec[];
}

/** A property in the schema. */
export interface PropertySpec extends TypeSpec {
  readonly description?: string;
  readonly secret?: true;
  readonly willReplaceOnChanges?: true;
}

/** A type of programs: an object, or some words. */
interface NamedType {
  readonly type: "object" | "string";
  readonly description?: string;
  readonly properties?: Readonly<Record<string, PropertySpec>>;
  readonly required?: readonly string[];
  readonly enum?: readonly { readonly name: string; readonly value: string }[];
}

/** Turns forms of values into the schema's, and gathers the types that these name. */
export interface SchemaTypes {
  readonly types: () => Readonly<Record<string, NamedType>>;
  /** Properties, and which of them have to be there. */
  readonly object: (properties: Properties) => ObjectSpec;
  readonly property: (property: Property) => PropertySpec;
}

interface ObjectSpec {
  readonly properties: Readonly<Record<string, PropertySpec>>;
  readonly required: readonly string[];
}

/** Lists of resources of this package: an id of one is what its resource has, a string. */
const ownLists = new Set(["pipelines"]);

export function createSchemaTypes(): SchemaTypes {
  const types = new Map<string, NamedType>();

  const refer = (name: string, make: () => NamedType): TypeSpec => {
    const token = `${packageName}:index:${name}`;
    if (!types.has(token)) types.set(token, make());
    return { $ref: `#/types/${token}` };
  };

  function object(properties: Properties): ObjectSpec {
    const entries = Object.entries(properties);
    return {
      properties: Object.fromEntries(entries.map(([key, value]) => [key, property(value)])),
      required: entries.filter(([, { optional, autonamed }]) => !optional && !autonamed).map(([key]) => key),
    };
  }

  const property = (given: Property): PropertySpec => ({
    ...typeOf(given, given),
    description: given.doc,
    ...(given.secret && { secret: true }),
    ...(given.replaces && { willReplaceOnChanges: true }),
  });

  const words = (name: string, values: readonly string[], description?: string): TypeSpec =>
    refer(name, () => ({
      type: "string",
      ...(description !== undefined && { description }),
      enum: values.map((value) => ({ name: memberOf(value), value })),
    }));

  /** All properties of all forms; what only some forms have is optional. A word tells which form it is. */
  function flat(union: UnionShape): NamedType {
    const { properties, required } = object({ ...union.common, ...flattened(union) });
    const kind = words(`${nameOf(union)}${capitalized(union.on)}`, Object.keys(union.forms), union.doc);
    return {
      type: "object",
      description: `${sentenceOf(union.noun)}; what it needs depends on \`${union.on}\`.`,
      properties: { [union.on]: { ...kind, description: union.doc }, ...properties },
      required: [union.on, ...required],
    };
  }

  function typeOf(shape: Shape, { reference }: Partial<Property> = {}): TypeSpec {
    switch (shape.type) {
      case "string":
      case "name":
      case "timeZone":
        return { type: "string" };
      case "enum":
        return shape.typeName === undefined ? { type: "string" } : words(shape.typeName, shape.words);
      case "boolean":
      case "integer":
        return { type: shape.type };
      case "id":
        return reference !== undefined && ownLists.has(reference.list.list)
          ? { oneOf: [{ type: "integer" }, { type: "string" }] }
          : { type: "integer" };
      case "list":
        return { type: "array", items: typeOf(shape.items) };
      case "map":
        return { type: "object", additionalProperties: typeOf(shape.values) };
      case "any":
        return { $ref: "pulumi.json#/Any" };
      case "object":
        return refer(nameOf(shape), () => ({
          type: "object",
          description: `${sentenceOf(shape.noun)}.`,
          ...object(shape.properties),
        }));
      case "union":
        return refer(nameOf(shape), () => flat(shape));
    }
  }

  return {
    types: () => Object.fromEntries([...types].sort(([one], [other]) => (one < other ? -1 : 1))),
    object,
    property,
  };
}

/** What the forms of a union have of their own, in one object. */
function flattened({ forms }: UnionShape): Properties {
  const all = Object.entries(forms);
  const keys = [...new Set(all.flatMap(([, { properties }]) => Object.keys(properties)))];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const having = all.flatMap(([word, { properties }]) => {
        const property = properties[key];
        return property === undefined ? [] : [{ word, property }];
      });
      const [first] = having;
      if (first === undefined) return [];
      const doc = having.map(({ word, property }) => `${word}: ${property.doc}`).join(" ");
      const isRequired = having.length === all.length && having.every(({ property }) => !property.optional);
      const { optional: _, ...property } = first.property;
      const flat: Property = isRequired ? { ...property, doc } : { ...property, doc, optional: true };
      return [[key, flat] as const];
    }),
  );
}

/** "RepositoryTrigger", of the noun "a repository trigger". */
const nameOf = ({ noun, typeName }: { noun: string; typeName?: string }): string =>
  typeName ??
  noun
    .replace(/^(an object of|an?) /, "")
    .split(" ")
    .map(capitalized)
    .join("");

/** "Mon" of the word "MON"; words that have both kinds of letters stay. */
const memberOf = (word: string): string => capitalized(word === word.toUpperCase() ? word.toLowerCase() : word);

const capitalized = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

const sentenceOf = capitalized;
