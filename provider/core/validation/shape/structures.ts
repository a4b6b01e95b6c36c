import { quoted, suggestWord } from "../nearest.ts";
import { type Problem, problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { isUnknown, mayBeStructure } from "../unknown.ts";
import { expectedType } from "./expected.ts";
import { bad, type Field, good } from "./field.ts";
import { shapeRules } from "./shape-rules.ts";

/** A property of an object: its field, and whether a program must give it. */
export interface PropertyField {
  field: Field;
  required: boolean;
}

export const required = (field: Field): PropertyField => ({ field, required: true });
export const optional = (field: Field): PropertyField => ({ field, required: false });

/** An object with some properties and no others. Absent and null are the same. */
export const object =
  (properties: Readonly<Record<string, PropertyField>>, noun = "an object"): Field =>
  (value, path) => {
    if (mayBeStructure(value)) return good(value);
    if (!isRecord(value)) {
      const hint = `${sentenceOf(noun)} has the properties ${quoted(Object.keys(properties))}.`;
      return bad(value, problem(shapeRules.NCSP002, path, expectedType(noun, value), hint));
    }
    const result: Record<string, unknown> = {};
    const problems: Problem[] = [];
    for (const [key, property] of Object.entries(properties)) {
      const given = value[key] ?? undefined;
      const where = join(path, key);
      if (given !== undefined) {
        const parsed = property.field(given, where);
        result[key] = parsed.value;
        problems.push(...parsed.problems);
      } else if (property.required) {
        problems.push(missing(where, key, `${sentenceOf(noun)} needs it.`));
      }
    }
    problems.push(...unknownProperties(value, Object.keys(properties), path));
    return { value: result, problems };
  };

/** A list whose elements are all of one form. */
export const listOf =
  (element: Field, ifEmpty?: { rule: Rule; message: string }): Field =>
  (value, path) => {
    if (mayBeStructure(value)) return good(value);
    if (!Array.isArray(value)) {
      return bad(value, problem(shapeRules.NCSP002, path, expectedType("a list", value), "Put it in [ ]."));
    }
    const parsed = value.map((item, index) => element(item, `${path}[${String(index)}]`));
    const problems = parsed.flatMap((item) => item.problems);
    if (value.length === 0 && ifEmpty) problems.push(problem(ifEmpty.rule, path, ifEmpty.message));
    return { value: parsed.map((item) => item.value), problems };
  };

/** An object whose keys are the program's own, and whose values are all of one form. */
export const mapOf =
  (field: Field): Field =>
  (value, path) => {
    if (mayBeStructure(value)) return good(value);
    if (!isRecord(value)) {
      return bad(value, problem(shapeRules.NCSP002, path, expectedType("an object", value), "Put it in { }."));
    }
    const given = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
    const parsed = given.map(([key, item]) => [key, field(item, join(path, key))] as const);
    return {
      value: Object.fromEntries(parsed.map(([key, item]) => [key, item.value])),
      problems: parsed.flatMap(([, { problems }]) => problems),
    };
  };

/** A form of an object, and the properties that it has. */
export interface Form {
  readonly field: Field;
  readonly properties: readonly string[];
}

/** An object whose form depends on the word under `key`. With no such word, it may have the properties of any form. */
export const unionOn =
  (key: string, word: Field, forms: Readonly<Record<string, Form>>, noun: string): Field =>
  (value, path) => {
    if (mayBeStructure(value)) return good(value);
    const chosen = isRecord(value) ? (value[key] ?? undefined) : undefined;
    const form = typeof chosen === "string" && Object.hasOwn(forms, chosen) ? forms[chosen] : undefined;
    if (form) return form.field(value, path);
    if (isUnknown(chosen)) return good(value);
    const hint = `${sentenceOf(noun)} needs "${key}": ${quoted(Object.keys(forms))}.`;
    if (!isRecord(value)) return bad(value, problem(shapeRules.NCSP002, path, expectedType(noun, value), hint));
    const any = [...new Set(Object.values(forms).flatMap(({ properties }) => properties))];
    const where = join(path, key);
    const ofWord = chosen === undefined ? [missing(where, key, hint)] : word(chosen, where).problems;
    return { value, problems: [...ofWord, ...unknownProperties(value, any, path)] };
  };

function unknownProperties(
  value: Readonly<Record<string, unknown>>,
  properties: readonly string[],
  path: string,
): Problem[] {
  return Object.keys(value)
    .filter((key) => !properties.includes(key) && value[key] !== undefined)
    .map((key) => {
      const what = `Unknown property "${key}".`;
      return problem(shapeRules.NCSP001, join(path, key), what, suggestWord(key, properties));
    });
}

const missing = (path: string, key: string, hint: string): Problem =>
  problem(shapeRules.NCSP003, path, `Required property "${key}" is missing.`, hint);

const sentenceOf = (noun: string): string => `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;

const join = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
