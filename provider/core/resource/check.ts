import { isDeepStrictEqual } from "node:util";
import { autoname } from "./autoname.ts";
import { keepSpelling } from "../../services/sourcepipeline/pipeline/keep-spelling.ts";
import { checkParsed } from "../../services/sourcepipeline/pipeline/check-pipeline.ts";
import { parsePipeline } from "../../services/sourcepipeline/pipeline/parse-pipeline.ts";
import type { PipelineInputs } from "../../services/sourcepipeline/pipeline/pipeline.ts";
import { formatProblem, isError, type Problem, problem } from "../validation/problem.ts";
import { isUnknown } from "../validation/unknown.ts";
import { search } from "../cached-list.ts";
import { checkAccount } from "./check-account.ts";
import { adoptFor, claimAdopted, describeAdoption, refuseOtherContent } from "./check-adopt.ts";
import { PipelineError } from "./errors.ts";
import { holderOf, nameIsTaken } from "./free-name.ts";
import { refuseUnprovenReplacement } from "./identity.ts";
import { nameKey } from "./owners.ts";
import type { Connect, Ports } from "./ports.ts";
import { showNextRuns, showWarnings } from "./show-findings.ts";
import { type CheckedInputs, inputsOf, type KnownState, type Timeouts } from "./state.ts";
import type { Turn } from "./turn.ts";
import { rules } from "../../services/sourcepipeline/pipeline/rules/catalogue.ts";

/** What the resource's constructor passes beside the program's own arguments. */
interface Context {
  urn?: string;
  /** Whether this is a preview. */
  dryRun?: boolean;
  /** The program's own resource option. */
  deleteBeforeReplace?: boolean;
  /** Paths of arguments that come from resources without an id; the empty path stands for all. */
  pending?: readonly string[];
  /** What the state holds: this resource's pipeline, and whose pipeline has the wanted name. */
  stored?: { name?: string; account?: string; endpoint?: string; holder?: string; holders?: Record<string, string> };
  timeouts?: Timeouts;
  /** Whether the program said `import`, and not `adopt`. */
  isImport?: boolean;
}

/** What comes in: the program's arguments, with the constructor's hidden input. */
export type GivenInputs = Readonly<Record<string, unknown>> & { readonly __context?: Context };

export interface CheckResult {
  inputs: object;
  failures: { property: string; reason: string }[];
}

/** Inputs that are not the program's to give: the constructor's, and those that check itself adds. */
const hidden = new Set(["__context", "__provider", "adopt", "region", "platform", "site", "timeouts"]);

/**
 * Brings the inputs into canonical form and finds all mistakes at once.
 *
 * Every failure has the empty property: with a nested one the engine prints the value it does not find.
 */
export async function check(known: KnownState, given: GivenInputs, connect: Connect): Promise<CheckResult> {
  const program = Object.fromEntries(Object.entries(given).filter(([key]) => !hidden.has(key)));
  const refuse = (...reasons: string[]): CheckResult => ({
    inputs: { ...program, __provider: given["__provider"] },
    failures: reasons.map((reason) => ({ property: "", reason })),
  });
  const { __context: context = {} } = given;
  try {
    const ports = connect();
    const turn = ports.begin(checkMs);
    // A resource that the state has, without prior inputs, is one whose replacement is forced.
    if (known.name === undefined && context.stored?.name !== undefined)
      refuseUnprovenReplacement(context.stored, ports);
    const adopt = adoptFor(known, { name: program["name"], adopt: given["adopt"], urn: context.urn }, ports);
    const name = program["name"] ?? known.name ?? (await defaultName(adopt, context, ports, turn));
    if (typeof name === "string" && context.stored?.holder !== undefined) {
      ports.memory.holders.set(name, context.stored.holder);
    }
    const isNew = known.name === undefined && adopt === undefined;
    const { value, problems } = await findProblems({ ...program, name }, { context, isNew, adopt, ports, turn });
    const errors = problems.filter(isError);
    if (errors.length > 0) return refuse(...errors.map(formatProblem));

    const kept = keepSpelling(known, value, { order: "fresh" });
    const checked = { ...kept, ...ports.location, adopt, timeouts: timeoutsOf(given) };
    const inputs = inputsOf(checked as CheckedInputs);
    if (context.isImport && known.name === undefined && adopt !== undefined) {
      await refuseOtherContent(inputs, ports, turn);
    }
    claimAdopted(known, inputs, ports);
    if (context.dryRun) await preview(known, inputs, problems, { context, ports, turn });
    return { inputs: { ...inputs, __provider: given["__provider"] }, failures: [] };
  } catch (error) {
    // Errors without a stack are made for users: as failures they are shown once, thrown they would be shown twice.
    if (error instanceof Error && error.stack === "") return refuse(error.message);
    throw error;
  }
}

/** How long a check may ask the service, in milliseconds. */
const checkMs = 120_000;

/** How old a list may be that lacks something, in a preview, where nothing is made meanwhile; in milliseconds. */
const previewToleranceMs = 5_000;

/** One call of check. */
interface Checking {
  readonly context: Context;
  readonly ports: Ports;
  readonly turn: Turn;
}

/** Everything that is wrong, as far as it can be told; what the account says is asked only about a sound pipeline. */
async function findProblems(
  program: unknown,
  { context, isNew, adopt, ports, turn }: Checking & { isNew: boolean; adopt: CheckedInputs["adopt"] },
): Promise<{ value: PipelineInputs; problems: Problem[] }> {
  const parsed = parsePipeline(program);
  const value = parsed.value as PipelineInputs;
  const problems = checkParsed(parsed, { now: ports.now(), offsets: ports.memory.offsets });
  problems.push(...sharedName(value.name, context, adopt, ports));
  if (problems.some(({ code }) => code < "NCSP1")) return { value, problems };

  const { pending = [], dryRun = false, urn } = context;
  const toleranceMs = dryRun ? previewToleranceMs : 0;
  problems.push(...(await checkAccount(value, ports, { turn, pending, toleranceMs })));
  if (isNew && dryRun && !isUnknown(value.name))
    problems.push(...(await takenName(value.name, { context, ports, turn })));
  if (!isUnknown(value.name)) {
    ports.memory.declared.set(value.name, { name: value.name, id: undefined, inputs: value, urn });
  }
  return { value, problems };
}

/** Two resources with one name: one pipeline cannot have two owners, taken over or not. */
function sharedName(name: string, { urn, stored }: Context, adopt: CheckedInputs["adopt"], ports: Ports): Problem[] {
  if (urn === undefined || isUnknown(name)) return [];
  const holder = adopt === undefined ? undefined : stored?.holders?.[name];
  const other = holder ?? ports.owners.take(nameKey(name, ports), urn);
  if (other === urn) return [];
  return [problem(rules.NCSP112, "name", `"${name}" is also the name of the pipeline of ${other}.`)];
}

/** A name that is taken, told before anything is made; the update that follows asks the service itself. */
async function takenName(name: string, { context, ports, turn }: Checking): Promise<Problem[]> {
  // What is being replaced under its own name goes first, or the creation says what to do.
  if (context.deleteBeforeReplace || context.stored?.name === name || ports.validation === "offline") return [];
  const holder = await holderOf(name, ports, turn).catch(() => undefined);
  if (holder === undefined) return [];
  const { what, hint } = nameIsTaken(holder, ports);
  return [problem(rules.NCSP113, "name", what, hint)];
}

/** What is told at preview, and not again by the update that follows it. */
async function preview(
  known: KnownState,
  inputs: CheckedInputs,
  problems: readonly Problem[],
  { context: { urn }, ports, turn }: Checking,
): Promise<void> {
  showWarnings(problems, ports, { urn, name: inputs.name, changes: !saysTheSame(known, inputs) });
  showNextRuns(known, inputs, ports, urn);
  if (known.name === undefined && inputs.adopt !== undefined) await describeAdoption(inputs, ports, turn, urn);
}

/** Whether the program says of a pipeline what the state holds. */
const saysTheSame = (known: KnownState, inputs: CheckedInputs): boolean =>
  (["name", "description", "tasks", "triggers"] as const).every((key) => isDeepStrictEqual(known[key], inputs[key]));

/** The name of a pipeline whose program gives none: that of the adopted one, else one made from the resource's. */
async function defaultName(
  adopt: CheckedInputs["adopt"],
  { urn, stored }: Context,
  { lists, location }: Ports,
  turn: Turn,
): Promise<string | undefined> {
  if (adopt === true) {
    throw new PipelineError("adopt: true takes over the pipeline of the given name. Give a name, or adopt an id.");
  }
  if (adopt !== undefined) {
    const { hits } = await search(lists.pipelines, ({ id }) => String(id) === adopt, { options: turn.options() });
    if (hits[0]) return hits[0].name;
    throw new PipelineError(`adopt: there is no pipeline with id ${adopt}. getPipelines() lists those that exist.`);
  }
  return urn === undefined ? undefined : autoname(urn, location, stored?.name);
}

/** From the constructor; an import file and a state that was written by hand have them among the inputs. */
const timeoutsOf = (given: GivenInputs): Timeouts | undefined =>
  given.__context === undefined ? (given["timeouts"] as Timeouts | undefined) : given.__context.timeouts;
