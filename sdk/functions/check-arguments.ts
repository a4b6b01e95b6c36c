import * as pulumi from "@pulumi/pulumi";
import { LookupError } from "../../provider/core/validation/find-by-name.ts";
import { nearest } from "../../provider/core/validation/nearest.ts";
import { knownId } from "../../provider/core/validation/partial.ts";
import type { FunctionName } from "./function-forms.ts";

/** What an argument takes, and what to give where it is missing or something else, a sentence. */
interface Argument {
  readonly kind: "string" | "id" | "search";
  readonly hint: string;
}

/** The arguments of a function: all of them, and of alternatives one. */
interface Arguments {
  readonly all?: Readonly<Record<string, Argument>>;
  readonly oneOf?: readonly Readonly<Record<string, Argument>>[];
}

const named = (thing: string): Argument => ({ kind: "string", hint: `Give the name of a ${thing}.` });
const idOf = (thing: string, call: string): Argument => ({
  kind: "id",
  hint: `Give the id of a ${thing}, as ${call} returns it.`,
});
const search: Argument = { kind: "search", hint: "Give a part of the name, or leave it out." };

const pipelineId = idOf("pipeline", "getPipeline()");
const inProject = {
  project: named("SourceDeploy project"),
  projectId: idOf("SourceDeploy project", "getDeployProject()"),
};
const inStage = { stage: named("stage"), stageId: idOf("stage", "getDeployStage()") };

const functions: Readonly<Record<FunctionName, Arguments>> = {
  getBranch: { all: { repository: named("SourceCommit repository"), name: named("branch") } },
  getBranches: { all: { repository: named("SourceCommit repository") } },
  getBuildProject: { all: { name: named("SourceBuild project") } },
  getBuildProjects: { all: { search } },
  getDeployProject: { all: { name: named("SourceDeploy project") } },
  getDeployProjects: { all: { search } },
  getDeployScenario: { all: { name: named("scenario") }, oneOf: [inProject, inStage] },
  getDeployScenarios: { all: { search }, oneOf: [inProject, inStage] },
  getDeployStage: { all: { name: named("stage") }, oneOf: [inProject] },
  getDeployStages: { all: { search }, oneOf: [inProject] },
  getPipeline: { oneOf: [{ name: named("pipeline"), id: pipelineId }] },
  getPipelines: { all: { search } },
  getRepositories: { all: { search } },
  getRepository: { all: { name: named("SourceCommit repository") } },
  getRun: { all: { pipelineId, id: idOf("run", "getRuns()") } },
  getRuns: { all: { pipelineId } },
  getTimeZones: {},
};

type Given = Readonly<Record<string, unknown>>;

/**
 * Refuses what a function cannot ask with: programs without types may give anything.
 *
 * @throws LookupError that names the function and each argument that is missing or wrong
 * @example checkArguments("getBuildProject", {})
 * // getBuildProject: Required argument "name" is missing. Give the name of a SourceBuild project.
 */
export function checkArguments(name: FunctionName, args: unknown): void {
  const problems = problemsOf(name, args);
  if (problems.length > 0) throw new LookupError(`${name}: ${problems.join(" ")}`);
}

function problemsOf(name: FunctionName, args: unknown): string[] {
  const given = args ?? {};
  if (isLater(given)) return [`Expected an object of arguments, got an output. ${takesOutputs(name)}`];
  if (typeof given !== "object" || Array.isArray(given)) {
    return [`Expected an object of arguments, got ${described(given)}.`];
  }
  const { all = {}, oneOf = [] } = functions[name];
  const keys = [...Object.keys(all), ...oneOf.flatMap((group) => Object.keys(group))];
  const unknown = Object.keys(given).filter((key) => !keys.includes(key));
  return [
    ...Object.entries(all).flatMap(([key, argument]) => wrong(name, key, argument, given as Given, unknown)),
    ...oneOf.flatMap((group) => wrongChoice(name, group, given as Given, unknown)),
  ];
}

function wrong(name: FunctionName, key: string, { kind, hint }: Argument, given: Given, unknown: string[]): string[] {
  const value = given[key] ?? undefined;
  if (isLater(value)) return [`Argument "${key}" is an output. ${takesOutputs(name)}`];
  if (value === undefined)
    return kind === "search" ? [] : [missing(`Required argument "${key}" is missing`, [key], hint, unknown)];
  if (kind === "id") return knownId(value) === undefined ? [`"${key}": ${described(value)} is not an id. ${hint}`] : [];
  if (value === "" && kind === "string") return [`Argument "${key}" is empty. ${hint}`];
  return typeof value === "string" ? [] : [`"${key}": Expected a string, got ${described(value)}. ${hint}`];
}

function wrongChoice(
  name: FunctionName,
  group: Readonly<Record<string, Argument>>,
  given: Given,
  unknown: string[],
): string[] {
  const keys = Object.keys(group);
  const present = keys.filter((key) => (given[key] ?? undefined) !== undefined);
  const both = keys.map((key) => `"${key}"`);
  if (present.length > 1) return [`Both ${both.join(" and ")} are given. Give one of them.`];
  if (present.length === 0)
    return [missing(`Neither ${both.join(" nor ")} is given`, keys, "Give one of them.", unknown)];
  return Object.entries(group)
    .filter(([key]) => present.includes(key))
    .flatMap(([key, argument]) => wrong(name, key, argument, given, unknown));
}

/** A missing argument may stand there under another name. */
function missing(what: string, keys: readonly string[], hint: string, unknown: readonly string[]): string {
  const typed = unknown.find((key) => nearest(key, keys, 1).length > 0);
  if (typed === undefined) return `${what}. ${hint}`;
  return `${what}, and "${typed}" is unknown. Did you mean "${nearest(typed, keys, 1).join("")}"?`;
}

const isLater = (value: unknown): boolean => pulumi.Output.isInstance(value) || value instanceof Promise;

const takesOutputs = (name: FunctionName): string => `Use ${name}Output, which takes an object with outputs.`;

/** A value for a message. */
function described(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return Array.isArray(value) ? "a list" : `a value of type ${typeof value}`;
}
