import type { Id } from "../../../../provider/services/sourcepipeline/pipeline/pipeline.ts";

/**
 * The TypeScript type of the values that a shape describes, made from the shape alone, so that a hand-written interface
 * can be compared with it.
 */
export type ValueOf<Shape> = Shape extends { type: "enum"; words: readonly (infer Word)[] }
  ? Word
  : Shape extends { type: "list"; items: infer Item }
    ? ValueOf<Item>[]
    : Shape extends { type: "map"; values: infer Value }
      ? Record<string, ValueOf<Value>>
      : Shape extends { type: "object"; properties: infer Own }
        ? ObjectOf<Own>
        : Shape extends { type: "union"; on: infer Key; common: infer Common; forms: infer Forms }
          ? { [Word in keyof Forms]: FormOf<Key, Word, Common, Forms[Word]> }[keyof Forms]
          : Shape extends { type: keyof Plain }
            ? Plain[Shape["type"]]
            : never;

interface Plain {
  string: string;
  name: string;
  timeZone: string;
  boolean: boolean;
  integer: number;
  id: Id;
  any: unknown;
}

type FormOf<Key, Word, Common, Form> = Form extends { properties: infer Own }
  ? Flat<Record<Key & string, Word> & ObjectOf<Common> & ObjectOf<Own>>
  : never;

type ObjectOf<Own> = Flat<
  { -readonly [Key in keyof Own as Own[Key] extends { optional: true } ? never : Key]: ValueOf<Own[Key]> } & {
    -readonly [Key in keyof Own as Own[Key] extends { optional: true } ? Key : never]?: ValueOf<Own[Key]>;
  }
>;

/** One object instead of an intersection, which TypeScript would call another type. */
type Flat<Type> = { [Key in keyof Type]: Type[Key] };

/** `true` for two types that say the same of their values: the same keys, as optional, with the same types under them. */
export type Same<One, Other> = [Spelled<One>] extends [Spelled<Other>]
  ? [Spelled<Other>] extends [Spelled<One>]
    ? true
    : false
  : false;

/** A type that is assignable only to those that say the same: an optional key is one that must be there, too. */
type Spelled<Type> = Type extends readonly (infer Item)[]
  ? { items: Spelled<Item> }
  : Type extends object
    ? {
        [Key in keyof Type]-?: Partial<Pick<Type, Key>> extends Pick<Type, Key>
          ? [Spelled<Type[Key]>]
          : Spelled<Type[Key]>;
      }
    : Type;
