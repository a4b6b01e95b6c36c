/*
 * Reads values of unknown form: files that people write, and bodies of admin calls. All problems are collected, each
 * with its place. (The wire's schemas are in `provider/services/sourcepipeline/api`; these are the emulator's own forms.)
 */

/** Where a value stands, and the list that collects what is wrong. */
export interface Place {
  readonly path: string;
  readonly problems: string[];
}

/** Gives the value in its type, or reports a problem and gives a stand-in that nobody will see. */
export type Reader<Value> = (value: unknown, place: Place) => Value;

type Readers = Readonly<Record<string, Reader<unknown>>>;
type Read<Fields extends Readers> = { [Name in keyof Fields]: ReturnType<Fields[Name]> };

/** A value that passes a test; `expected` completes "expected …". */
export function check<Value>(expected: string, accepts: (value: unknown) => boolean): Reader<Value> {
  return (value, place) => {
    if (!accepts(value)) report(place, `expected ${expected}, got ${show(value)}`);
    return value as Value;
  };
}

export const text = check<string>("a text that is not empty", (value) => typeof value === "string" && value !== "");
export const anyText = check<string>("a text", (value) => typeof value === "string");
export const flag = check<boolean>("true or false", (value) => typeof value === "boolean");
export const anything = check<unknown>("anything", () => true);
export const whole = check<number>("a whole number", Number.isSafeInteger);
export const positive = check<number>(
  "a whole number above 0",
  (value) => Number.isSafeInteger(value) && Number(value) > 0,
);
/** Milliseconds that a timer of the machine can wait: up to about 25 days. */
export const waitable = check<number>(
  "a number from 0 to 2147483647",
  (value) => Number.isFinite(value) && Number(value) >= 0 && Number(value) < 2 ** 31,
);
export const amount = check<number>("a number from 0", (value) => Number.isFinite(value) && Number(value) >= 0);
export const instant = check<string>(
  'an ISO time such as "2026-01-31T09:00:00Z"',
  (value) => typeof value === "string" && !Number.isNaN(Date.parse(value)),
);

export const oneOf = <const Value extends string | number>(...values: readonly Value[]): Reader<Value> =>
  check(`one of ${values.join(", ")}`, (value) => values.includes(value as Value));

/** A value that may be left out. */
export const optional =
  <Value>(reader: Reader<Value>): Reader<Value | undefined> =>
  (value, place) =>
    value === undefined ? undefined : reader(value, place);

export const nullable =
  <Value>(reader: Reader<Value>): Reader<Value | null> =>
  (value, place) =>
    value === null ? null : reader(value, place);

/** A list, empty when left out. */
export const listOf =
  <Value>(reader: Reader<Value>): Reader<Value[]> =>
  (value, place) => {
    if (value === undefined) return [];
    if (Array.isArray(value)) return value.map((item, index) => reader(item, at(place, `[${index}]`)));
    report(place, `expected a list, got ${show(value)}`);
    return [];
  };

/** An object with these keys and no others. */
export const record =
  <Fields extends Readers>(fields: Fields): Reader<Read<Fields>> =>
  (value, place) => {
    if (!isRecord(value)) {
      report(place, `expected an object, got ${show(value)}`);
      return {} as Read<Fields>;
    }
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(fields, key))
        report(at(place, `.${key}`), `unknown, known are ${Object.keys(fields).join(", ")}`);
    }
    const entries = Object.entries(fields).map(([key, reader]) => [key, reader(value[key], at(place, `.${key}`))]);
    return Object.fromEntries(entries) as Read<Fields>;
  };

/** An object with any keys, all values of one kind. */
export const recordOf =
  <Value>(reader: Reader<Value>): Reader<Record<string, Value>> =>
  (value, place) => {
    if (isRecord(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, reader(item, at(place, `.${key}`))]));
    }
    report(place, `expected an object, got ${show(value)}`);
    return {};
  };

export function report(place: Place, problem: string): void {
  place.problems.push(`${place.path === "" ? "" : `${place.path}: `}${problem}.`);
}

/** The place of a part: `.name` of an object, `[2]` of a list. */
export const at = (place: Place, part: string): Place => ({
  path: place.path === "" ? part.replace(/^\./, "") : place.path + part,
  problems: place.problems,
});

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value for a message, cut to a line. */
function show(value: unknown): string {
  if (value === undefined) return "nothing";
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}
