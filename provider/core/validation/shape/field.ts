import type { Problem } from "../problem.ts";

/** A value in canonical form, and what is wrong with it. Unknown values pass as they are. */
export interface Parsed {
  value: unknown;
  problems: Problem[];
}

/** Reads one value of a program; `path` is where it stands, for messages. */
export type Field = (value: unknown, path: string) => Parsed;

export const good = (value: unknown): Parsed => ({ value, problems: [] });

export const bad = (value: unknown, problem: Problem): Parsed => ({ value, problems: [problem] });

/** A field that is made with the first value: every program loads the forms of all resources, and uses few. */
export function madeWhenUsed(make: () => Field): Field {
  let made: Field | undefined;
  return (value, path) => (made ??= make())(value, path);
}
