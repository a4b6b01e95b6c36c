import { LookupError } from "../../../core/validation/find-by-name.ts";
import { nearest } from "../../../core/validation/nearest.ts";
import { knownId } from "../../../core/validation/partial.ts";
import { type Argument, type Arguments, functionArguments, type FunctionName } from "./function-arguments.ts";

type Given = Readonly<Record<string, unknown>>;

/** Whether a value is one that is there only later, which a program gave where it must be there now. */
type IsLater = (value: unknown) => boolean;

/** What is wrong with the arguments of one call. */
interface Checking {
  readonly name: FunctionName;
  readonly given: Given;
  /** Arguments that the function does not have. */
  readonly unknown: readonly string[];
  readonly isLater: IsLater;
}

/**
 * Refuses what a function cannot ask with: programs without types may give anything.
 *
 * @param isLater nothing is later unless the caller knows of such values
 * @throws LookupError that names the function and each argument that is missing or wrong
 * @example checkArguments("getBuildProject", {})
 * // getBuildProject: Required argument "name" is missing. Give the name of a SourceBuild project.
 */
export function checkArguments(name: FunctionName, args: unknown, isLater: IsLater = () => false): void {
  const problems = problemsOf(name, args, isLater);
  if (problems.length > 0) throw new LookupError(`${name}: ${problems.join(" ")}`);
}

function problemsOf(name: FunctionName, args: unknown, isLater: IsLater): string[] {
  const given = args ?? {};
  if (isLater(given)) return [`Expected an object of arguments, got an output. ${takesOutputs(name)}`];
  if (typeof given !== "object" || Array.isArray(given)) {
    return [`Expected an object of arguments, got ${described(given)}.`];
  }
  const { all = {}, oneOf = [] }: Arguments = functionArguments[name];
  const keys = [...Object.keys(all), ...oneOf.flatMap((group) => Object.keys(group))];
  const unknown = Object.keys(given).filter((key) => !keys.includes(key));
  const checking = { name, given: given as Given, unknown, isLater };
  return [
    ...Object.entries(all).flatMap(([key, argument]) => wrong(key, argument, checking)),
    ...oneOf.flatMap((group) => wrongChoice(group, checking)),
  ];
}

function wrong(key: string, { kind, hint }: Argument, { name, given, unknown, isLater }: Checking): string[] {
  const value = given[key] ?? undefined;
  if (isLater(value)) return [`Argument "${key}" is an output. ${takesOutputs(name)}`];
  if (value === undefined)
    return kind === "search" ? [] : [missing(`Required argument "${key}" is missing`, [key], hint, unknown)];
  if (kind === "id") return knownId(value) === undefined ? [`"${key}": ${described(value)} is not an id. ${hint}`] : [];
  if (value === "" && kind === "string") return [`Argument "${key}" is empty. ${hint}`];
  return typeof value === "string" ? [] : [`"${key}": Expected a string, got ${described(value)}. ${hint}`];
}

function wrongChoice(group: Readonly<Record<string, Argument>>, checking: Checking): string[] {
  const keys = Object.keys(group);
  const present = keys.filter((key) => (checking.given[key] ?? undefined) !== undefined);
  const both = keys.map((key) => `"${key}"`);
  if (present.length > 1) return [`Both ${both.join(" and ")} are given. Give one of them.`];
  if (present.length === 0)
    return [missing(`Neither ${both.join(" nor ")} is given`, keys, "Give one of them.", checking.unknown)];
  return Object.entries(group)
    .filter(([key]) => present.includes(key))
    .flatMap(([key, argument]) => wrong(key, argument, checking));
}

/** A missing argument may stand there under another name. */
function missing(what: string, keys: readonly string[], hint: string, unknown: readonly string[]): string {
  const typed = unknown.find((key) => nearest(key, keys, 1).length > 0);
  if (typed === undefined) return `${what}. ${hint}`;
  return `${what}, and "${typed}" is unknown. Did you mean "${nearest(typed, keys, 1).join("")}"?`;
}

const takesOutputs = (name: FunctionName): string => `Use ${name}Output, which takes an object with outputs.`;

/** A value for a message. */
function described(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "a list" : `a value of type ${typeof value}`;
}
