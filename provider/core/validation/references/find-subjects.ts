import { knownList, knownRecord, knownText } from "../partial.ts";
import { formOf, type Properties, type Shape } from "../shape/shape.ts";
import type { Reference, Subject } from "./reference.ts";

/**
 * The parts of a resource's inputs that refer to something, as its descriptor says: each object with such properties.
 *
 * @param value the inputs, of which any part may be unknown or wrong
 * @example findSubjects(pipeline, { tasks: [{ type: "SourceBuild", projectId: 7 }] }) // [{ path: "tasks[0]", … }]
 */
export function findSubjects(shape: Shape, value: unknown, path = ""): Subject[] {
  return (finders[shape.type] as Finder<Shape> | undefined)?.(shape, value, path) ?? [];
}

type Finder<Form extends Shape> = (shape: Form, value: unknown, path: string) => Subject[];

/** Where other shapes can be; the rest has no properties. */
const finders: { readonly [Type in Shape["type"]]?: Finder<Extract<Shape, { type: Type }>> } = {
  list: ({ items }, value, path) =>
    knownList(value).flatMap((item, index) => findSubjects(items, item, `${path}[${index}]`)),
  object: ({ properties }, value, path) => [
    ...ownSubject(properties, value, path),
    ...Object.entries(properties).flatMap(([key, property]) =>
      findSubjects(property, knownRecord(value)[key], path === "" ? key : `${path}.${key}`),
    ),
  ],
  union: (union, value, path) => {
    const form = formOf(union, knownText(knownRecord(value)[union.on]) ?? "");
    return form === undefined ? [] : findSubjects(form, value, path);
  },
};

function ownSubject(properties: Properties, value: unknown, path: string): Subject[] {
  const references = Object.entries(properties).flatMap(([key, { reference }]): [string, Reference][] =>
    reference === undefined ? [] : [[key, reference]],
  );
  return references.length === 0
    ? []
    : [{ path, value: knownRecord(value), references: Object.fromEntries(references) }];
}
