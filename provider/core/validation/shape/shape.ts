import type { Reference } from "../references/reference.ts";
import type { Rule } from "../rule.ts";

/*
 * A descriptor says what the inputs of a resource look like, as plain data: the parser, the reference page and whatever
 * else needs to know the properties of a resource read it, and none of them knows a resource.
 */

/** A form of values. */
export type Shape =
  | StringShape
  | NameShape
  | EnumShape
  | TimeZoneShape
  | BooleanShape
  | IntegerShape
  | IdShape
  | ListShape
  | MapShape
  | AnyShape
  | ObjectShape
  | UnionShape;

interface StringShape {
  readonly type: "string";
  /** Characters; the empty string is one only where `minimum` is 0. */
  readonly minimum: 0 | 1;
  /** What to give instead of an empty string, a sentence. */
  readonly hint?: string;
  /** Characters, and the rule that a longer string breaks. */
  readonly maximum?: { readonly characters: number; readonly rule: Rule };
  /** What it has to match, as messages call it ("a time of day"), and the rule that another string breaks. */
  readonly pattern?: { readonly expression: RegExp; readonly noun: string; readonly rule: Rule };
}

/** English letters, digits, "-" and "_", or fewer. */
interface NameShape {
  readonly type: "name";
  readonly limits: { readonly minimum: number; readonly maximum: number; readonly pattern: RegExp };
  readonly rule: Rule;
}

/** One of some words. */
interface EnumShape {
  readonly type: "enum";
  /** What the words are called as a type of programs: `Day`. */
  readonly typeName?: string;
  readonly words: readonly string[];
  readonly rule: Rule;
}

/** A time zone by any of its IANA names, with the offset that the service puts behind it or without. */
interface TimeZoneShape {
  readonly type: "timeZone";
  readonly rule: Rule;
}

interface BooleanShape {
  readonly type: "boolean";
}

interface IntegerShape {
  readonly type: "integer";
  readonly minimum: number;
  readonly maximum: number;
  readonly rule: Rule;
}

/** A positive whole number, or its decimal string; canonical is the number. */
interface IdShape {
  readonly type: "id";
  /** What to give instead of what is no id, a sentence; `{name}` is the value in quotes, where that may be a name. */
  readonly hint?: string;
}

interface ListShape {
  readonly type: "list";
  readonly items: Shape;
  /** Where at least one element is needed: the rule that an empty list breaks, and what is then wrong. */
  readonly atLeastOne?: { readonly rule: Rule; readonly message: string };
}

/** Values by keys of the program's own. */
interface MapShape {
  readonly type: "map";
  readonly values: Shape;
}

/** Whatever the program likes. */
interface AnyShape {
  readonly type: "any";
}

export interface ObjectShape {
  readonly type: "object";
  /** For messages, with its article: "a schedule". */
  readonly noun: string;
  /** How its type is called in programs; made from the noun unless given: `Schedule`. */
  readonly typeName?: string;
  /** In the order of messages; a reference may depend on those before it. */
  readonly properties: Properties;
}

/** Objects whose form depends on a word that stands under one of their keys. */
export interface UnionShape {
  readonly type: "union";
  /** For messages, with its article: "a task". */
  readonly noun: string;
  /** The key under which the word stands. */
  readonly on: string;
  /** About that key. */
  readonly doc: string;
  /** The rule that another word breaks. */
  readonly rule: Rule;
  /** What all forms have. */
  readonly common: Properties;
  /** What else they have, by the word. */
  readonly forms: Readonly<Record<string, ObjectShape>>;
}

export type Properties = Readonly<Record<string, Property>>;

/** A property of an object: the form of its values, and what else there is to say about it. */
export type Property = Shape & Described;

/** What is said about a property beside the form of its values. */
interface Described {
  /** What it means, in Markdown. */
  readonly doc: string;
  /** Whether a program may leave it out. */
  readonly optional?: true;
  /** What leaving it out means, where a value means the same. */
  readonly default?: string | number | boolean;
  /** Whether it is made from the resource's name where a program leaves it out. */
  readonly autonamed?: true;
  /** Whether another value makes another resource of it. */
  readonly replaces?: true;
  /** Whether its value must not be shown. */
  readonly secret?: true;
  /** What in the account it refers to. */
  readonly reference?: Reference;
  /** Of an output: the input that it is made from. It is secret where that is. */
  readonly derivedFrom?: string;
}

/**
 * All properties of one form of a union, the one with the word included.
 *
 * @example formOf(task, "SourceBuild").properties // { type, name, linkedTasks, projectId, branch }
 */
export function formOf({ on, doc, rule, common, forms }: UnionShape, word: string): ObjectShape | undefined {
  const form = Object.hasOwn(forms, word) ? forms[word] : undefined;
  if (form === undefined) return undefined;
  const discriminator: Property = { type: "enum", words: [word], rule, doc };
  return { ...form, properties: { [on]: discriminator, ...common, ...form.properties } };
}

/**
 * The keys of properties, all or those that are so.
 *
 * @example keysOf(pipelineDescriptor.properties, ({ replaces }) => replaces === true) // ["name"]
 */
export const keysOf = <Keys extends string>(
  properties: Readonly<Record<Keys, Property>>,
  isSo: (property: Property) => boolean = () => true,
): Keys[] => (Object.keys(properties) as Keys[]).filter((key) => isSo(properties[key]));
