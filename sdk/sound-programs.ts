import * as pulumi from "@pulumi/pulumi";
import { checkGraph } from "../provider/model/graph/check-graph.ts";
import { parsePipeline } from "../provider/model/parse-pipeline.ts";
import { formatProblem, isError, problem } from "../provider/model/problem.ts";
import type { Problem } from "../provider/model/problem.ts";
import { resourceType } from "../provider/model/resource.ts";
import { unknownValue } from "../provider/model/unknown.ts";
import { runError } from "./run-error.ts";

/*
 * The engine ends a run with the first resource that fails its check, so the mistakes of the others would stay unknown.
 * What can be known in the constructors is therefore checked there, and told for all pipelines together.
 */

/** The pipelines made since the program last gave way, and what is wrong with them. */
interface Turn {
  problems: string[];
  /** The one error about all of them: the engine shows an error once, however often it comes. */
  error?: pulumi.RunError;
  /** Which resource has a name, by provider and name; a turn that an older copy of the package began has none. */
  names?: Map<pulumi.ProviderResource | undefined, Map<string, string>>;
  end: Promise<true>;
}

/** One for all copies of the package in a process: the pipelines of a turn are told together. */
const registry = globalThis as { [turnKey]?: Turn | undefined };
const turnKey = Symbol.for("pulumi-ncloud-sourcepipeline.turn");

/**
 * Checks what is known of a pipeline's arguments. The result is there when the program gives way, with all its
 * pipelines made; when one of them has a mistake it is an error that tells those of all.
 */
export function allSound(
  resource: string,
  args: Readonly<Record<string, unknown>>,
  options: pulumi.CustomResourceOptions,
): Promise<true> {
  const turn = (registry[turnKey] ??= beginTurn());
  const found = [...problemsOf(args), ...sharedName(resource, args["name"], options, turn)];
  turn.problems.push(...found.filter(isError).map((problem) => `  Pipeline "${resource}", ${formatProblem(problem)}`));
  return turn.end;
}

/**
 * Ends the program here, when there are problems, with an error that tells them and those of the pipelines made before;
 * these are left alone, too.
 *
 * @param problems what is wrong with something that nothing may be done with, a line each
 */
export function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const turn = (registry[turnKey] ??= beginTurn());
  turn.problems.push(...problems);
  // Where no pipeline waits for it, nobody else takes note of the end.
  turn.end.catch(() => undefined);
  throw errorOf(turn);
}

function beginTurn(): Turn {
  const end = Promise.resolve().then((): true => {
    registry[turnKey] = undefined;
    if (turn.problems.length > 0) throw errorOf(turn);
    return true;
  });
  const turn: Turn = { problems: [], end };
  return turn;
}

const errorOf = (turn: Turn): pulumi.RunError =>
  (turn.error ??= runError(
    `The program has mistakes, so the pipelines that it declares together were left alone:\n${turn.problems.join("\n")}`,
  ));

function problemsOf(args: object): Problem[] {
  const { adopt: _, ...pipeline } = known(args) as Record<string, unknown>;
  // A pipeline without a name gets one that the service allows.
  const { value, problems } = parsePipeline({ ...pipeline, name: pipeline["name"] ?? "autonamed" });
  return [...problems, ...checkGraph(value)];
}

/**
 * A name that another pipeline of the program has in the same account. Two providers may be two accounts, and a name
 * that comes from elsewhere, or whose changes are ignored, is not known here: the provider's own check finds those.
 */
function sharedName(
  resource: string,
  name: unknown,
  { provider, parent, ignoreChanges = [] }: pulumi.CustomResourceOptions,
  turn: Turn,
): Problem[] {
  if (typeof name !== "string" || ignoreChanges.some((key) => key === "name" || key === "*")) return [];
  const account = provider ?? parent?.getProvider(resourceType);
  const accounts = (turn.names ??= new Map());
  const holders = accounts.get(account) ?? new Map<string, string>();
  accounts.set(account, holders);
  const other = holders.get(name);
  if (other !== undefined) return [problem("NCSP112", "name", `Pipeline "${other}" is named "${name}", too.`)];
  holders.set(name, resource);
  return [];
}

/** A value with what is not known yet replaced by the engine's word for it. */
export function known(value: unknown): unknown {
  if (pulumi.Output.isInstance(value) || pulumi.Resource.isInstance(value) || value instanceof Promise) {
    return unknownValue;
  }
  if (Array.isArray(value)) return value.map(known);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, known(part)]));
}
