import * as pulumi from "@pulumi/pulumi";
import { formatProblem, isError } from "../provider/core/validation/problem.ts";
import type { Problem } from "../provider/core/validation/problem.ts";
import { unknownString, unknownValue } from "../provider/core/validation/unknown.ts";
import { isId } from "./builders/when-known.ts";
import { checkRun } from "./check-run.ts";
import { typeOf } from "./host.ts";
import type { ResourceName } from "../provider/hosts/shared/resource-types.ts";
import { isLater } from "./pending.ts";
import { isCollecting, noteProblems } from "./preview-problems.ts";
import { nameOther } from "./other-provider.ts";
import { currentRun, onceForEachRun } from "./program-run.ts";
import { failRun } from "./refusal.ts";
import { validationError } from "./validation-error.ts";

/*
 * The engine ends a run with the first resource that fails its check, so the mistakes of the others would stay unknown.
 * What the program alone shows is therefore checked here, and reported for all resources together: by a preview at its
 * end, in an update by the check of whichever of them comes first. Under a user's mocks a constructor throws its own
 * mistakes, as those of generated classes do.
 */

/** A class of resources, as far as a program alone shows what is wrong with one. */
export interface DeclaredClass {
  /** As programs write it: `Pipeline`. */
  readonly name: ResourceName;
  /** What is wrong with arguments in which the engine's word for it stands for what is not known yet. */
  readonly check: (args: Readonly<Record<string, unknown>>) => readonly Problem[];
  /** Of resources that may not share a `name`: the mistake of the later one. */
  readonly sharedName?: (message: string) => Problem;
  /** Options that the engine could not follow, a line each. */
  readonly wrongOptions?: (resource: string, options: pulumi.CustomResourceOptions) => readonly string[];
}

/**
 * How a resource is called in messages.
 *
 * @example subjectOf(pipelineClass, "shop") // 'Pipeline "shop"'
 */
export const subjectOf = ({ name }: DeclaredClass, resource: string): string => `${name} "${resource}"`;

/** A resource as a program declares it, after old transformations. */
export interface Declaration {
  readonly of: DeclaredClass;
  /** Tells it from others of its name. */
  readonly declared: object;
  readonly resource: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly options: pulumi.CustomResourceOptions;
}

/** Which resource has a name, by provider, and by class and name. */
type Names = Map<pulumi.ProviderResource | undefined, Map<string, string>>;

/** What gives the problems of one thing, a line each. */
type Check = (names: Names) => readonly string[];

/** The resources made since the program last gave way, and what is wrong with them. */
interface Turn {
  checks: Check[];
  declarations: Declaration[];
  /** The one error about all of them: the engine shows an error once, however often it comes. */
  error?: pulumi.RunError;
  end: Promise<readonly string[]>;
}

/** The turn that a run of a program is in, if it made something since it last gave way. */
const runTurns = onceForEachRun("turns", (): { turn?: Turn | undefined } => ({}));

const turnOfThisRun = (): Turn => (runTurns().turn ??= beginTurn());

/**
 * Notes a resource, to be checked when the program gives way with all its resources made.
 *
 * @returns what the check of each of them has to refuse it with, a line each: the mistakes of all; none in a preview,
 *   which reports them at its end
 * @throws RunError at once under a user's mocks
 */
export function allChecked(declaration: Declaration): Promise<readonly string[]> {
  const turn = turnOfThisRun();
  const check: Check = (names) => prefixed(declaration, linesOf(declaration, names));
  if (currentRun().host === "mocks") return checkedAtOnce(turn, declaration, check);
  turn.declarations.push(declaration);
  turn.checks.push(check);
  return turn.end;
}

/** Looks at a resource alone, and at the names of those that were made before it. */
function checkedAtOnce({ checks }: Turn, declaration: Declaration, check: Check): Promise<readonly string[]> {
  const names: Names = new Map();
  for (const earlier of checks) earlier(names);
  const problems = check(names);
  const isTransformed = currentRun().hasCallbacks || declaration.options.transforms?.length;
  if (problems.length > 0 && !isTransformed) throw validationError(problems);
  checks.push(check);
  return Promise.resolve([]);
}

/**
 * Ends the program here, when there are problems, with an error that reports them and those of the resources made
 * before; these are left alone, too.
 *
 * @param problems what is wrong with something that nothing may be done with, a line each
 */
export function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  if (currentRun().host === "mocks") throw validationError(problems);
  const turn = turnOfThisRun();
  turn.checks.push(() => problems);
  // Where no resource waits for it, nobody else takes note of the end.
  turn.end.catch(() => undefined);
  throw (turn.error = validationError(problemsOf(turn)));
}

/**
 * What is wrong with arguments that are no object at all, as one line; nothing where there are none, which their
 * properties report.
 *
 * @param subject what the arguments are for, for messages
 */
export function wrongArguments(subject: string, args: unknown): string[] {
  if ((args ?? undefined) === undefined) return [];
  if (typeof args === "object" && !Array.isArray(args) && !isLater(args)) return [];
  const got = isLater(args) ? "an output" : Array.isArray(args) ? "a list" : `a ${typeof args}`;
  const hint = "Give an object; its properties may be outputs.";
  return [`  ${subject}: Expected an object of arguments, got ${got}. ${hint} [NCSP002]`];
}

function beginTurn(): Turn {
  const end = Promise.resolve().then(async (): Promise<readonly string[]> => {
    runTurns().turn = undefined;
    const { host, isInline } = currentRun();
    // Thrown already, it ends the program.
    if (turn.error && !isInline) throw turn.error;
    if (host === "mocks") return [];
    const problems = problemsOf(turn);
    if (problems.length === 0 || (!turn.error && (await mayBeTransformed(turn.declarations)))) return [];
    if (isCollecting()) {
      noteAll(turn);
      return [];
    }
    // Whoever called the function that threw may have caught it.
    if (turn.declarations.length === 0) failRun(problems);
    return problems;
  });
  const turn: Turn = { checks: [], declarations: [], end };
  return turn;
}

function problemsOf({ checks }: Turn): string[] {
  const names: Names = new Map();
  return checks.flatMap((check) => check(names));
}

/** Leaves the mistakes to the report of the preview: the provider's check finds what else is wrong. */
function noteAll({ declarations }: Turn): void {
  const names: Names = new Map();
  for (const declaration of declarations) noteProblems(declaration.declared, linesOf(declaration, names));
}

/**
 * Whether a function that the engine calls may still change the arguments (`transforms`, of the pipeline, of a component
 * around it or of the stack): then only the provider's check sees the final ones. A component registers its own while it
 * is registered itself; it may wait for resources that wait for us, so that is not waited for without an end.
 */
async function mayBeTransformed(declarations: readonly Declaration[]): Promise<boolean> {
  if (currentRun().hasCallbacks || declarations.some(({ options }) => options.transforms?.length)) return true;
  const parents = new Set(declarations.flatMap(({ options }) => options.parent ?? []));
  if (parents.size === 0) return false;
  const registered = Promise.all([...parents].map(isRegistered));
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((resolve) => {
    timer = setTimeout(resolve, registrationMs);
  });
  await Promise.race([registered, limit]);
  clearTimeout(timer);
  return currentRun().hasCallbacks;
}

/** How long a program with mistakes waits for the components around them, in milliseconds. */
const registrationMs = 1000;

const isRegistered = async ({ urn }: pulumi.Resource): Promise<void> => {
  await (urn as unknown as { promise: () => Promise<unknown> }).promise().catch(() => undefined);
};

/** What is wrong with a resource as far as it is known, a line each. */
function linesOf(declaration: Declaration, names: Names): string[] {
  // Whoever checks the program reads the resources as they are registered, and finds more.
  if (checkRun() !== undefined) return optionLines(declaration);
  const found = [
    ...declaration.of.check(known(declaration.args) as Record<string, unknown>),
    ...sharedName(declaration, names),
  ];
  return [...found.filter(isError).map(formatProblem), ...optionLines(declaration)];
}

const prefixed = ({ of, resource }: Declaration, lines: readonly string[]): string[] =>
  lines.map((line) => `  ${subjectOf(of, resource)}, ${line}`);

/**
 * Options with which the engine would not ask the resource's own check, a line each: it could not refuse what has no
 * other check.
 */
export const optionLines = ({ of, resource, options }: Declaration): string[] => [
  ...otherProvider(options),
  ...(of.wrongOptions?.(resource, options) ?? []),
];

/** A provider of another package; the engine would ask that one about a type that it does not know. */
function otherProvider({ provider }: pulumi.CustomResourceOptions): string[] {
  const other = nameOther(provider);
  return other === undefined ? [] : [`provider: ${other} is not an ncloud.Provider.`];
}

/**
 * A name that another resource of the class has in the same account. Two providers may be two accounts, and a name
 * that comes from elsewhere, or whose changes are ignored, is not known here: the provider's own check finds those.
 */
function sharedName({ of, resource, args: { name }, options }: Declaration, accounts: Names): Problem[] {
  const { provider, parent, ignoreChanges = [] } = options;
  if (of.sharedName === undefined || typeof name !== "string") return [];
  if (ignoreChanges.some((key) => key === "name" || key === "*")) return [];
  const account = provider ?? parent?.getProvider(typeOf(of.name));
  const holders = accounts.get(account) ?? new Map<string, string>();
  accounts.set(account, holders);
  const key = `${of.name} ${name}`;
  const other = holders.get(key);
  if (other !== undefined) return [of.sharedName(`${subjectOf(of, other)} is named "${name}", too.`)];
  holders.set(key, resource);
  return [];
}

/** A value with what is not known yet replaced by the engine's word for it; of a resource the engine takes the id. */
export function known(value: unknown): unknown {
  if (pulumi.Resource.isInstance(value) || isId(value)) return unknownString;
  if (pulumi.Output.isInstance(value) || value instanceof Promise) return unknownValue;
  if (Array.isArray(value)) return value.map(known);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, known(part)]));
}
