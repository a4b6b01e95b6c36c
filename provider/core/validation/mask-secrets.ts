/**
 * Takes secret values out of messages, however they are written there: quoted, cut, or as they are.
 *
 * @param inputs what a program says
 * @param paths where it says something secret: `tasks[0].branch`; the empty path is all of it
 * @example secretMask({ name: "hunter2!" }, ["name"])('"hunter2!" is not a valid name.') // "[secret] is not a valid name."
 */
export function secretMask(inputs: unknown, paths: readonly string[]): (message: string) => string {
  const values = paths.flatMap((path) => leavesOf(valueAt(inputs, path)));
  const forms = [...new Set(values)].flatMap((value) => [...quotedForms(value), bareForm(value)]);
  if (forms.length === 0) return (message) => message;
  const pattern = new RegExp(forms.toSorted((one, other) => other.length - one.length).join("|"), "gu");
  return (message) => message.replaceAll(pattern, "[secret]");
}

function valueAt(inputs: unknown, path: string): unknown {
  const keys = path.match(/[^.[\]]+/g) ?? [];
  return keys.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), inputs);
}

/** The texts and numbers in a value. */
function leavesOf(value: unknown): string[] {
  if (typeof value === "string" || typeof value === "number") return value === "" ? [] : [String(value)];
  return isObject(value) ? Object.values(value).flatMap(leavesOf) : [];
}

/** As messages quote a value, whole or its beginning. */
function quotedForms(value: string): string[] {
  const quoted = JSON.stringify(value);
  return [escaped(quoted), ...(quoted.length > 60 ? [`${escaped(quoted.slice(0, 57))}\\.\\.\\.`] : [])];
}

/** As a word of its own, and not in a path: an index is no secret. */
const bareForm = (value: string): string => `(?<![\\p{L}\\p{N}_[])${escaped(value)}(?![\\p{L}\\p{N}_\\]]|\\.\\p{N})`;

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
