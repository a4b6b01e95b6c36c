import { autoname } from "../model/autoname.ts";
import { keepSpelling } from "../model/keep-spelling.ts";
import { checkParsed } from "../model/check-pipeline.ts";
import { parsePipeline } from "../model/parse-pipeline.ts";
import type { PipelineInputs } from "../model/pipeline.ts";
import { formatProblem, isError, type Problem } from "../model/problem.ts";
import { checkAccount } from "./check-account.ts";
import { adoptFor, claimAdopted, describeAdoption } from "./check-adopt.ts";
import { PipelineError } from "./errors.ts";
import type { Connect, Ports } from "./ports.ts";
import { showNextRuns, showWarnings } from "./show-findings.ts";
import { type CheckedInputs, inputsOf, type KnownState, type Timeouts } from "./state.ts";

/** What the resource's constructor passes beside the program's own arguments. */
interface Context {
  urn?: string;
  /** Whether this is a preview. */
  dryRun?: boolean;
  timeouts?: Timeouts;
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
    const adopt = adoptFor(known, { name: program["name"], adopt: given["adopt"] }, ports);
    const name = program["name"] ?? known.name ?? (await defaultName(adopt, context, ports));
    const { value, problems } = await findProblems({ ...program, name }, ports);
    const errors = problems.filter(isError);
    if (errors.length > 0) return refuse(...errors.map(formatProblem));

    const kept = keepSpelling(known, value, { order: "fresh" });
    const checked = { ...kept, ...ports.place, adopt, timeouts: timeoutsOf(given) };
    const inputs = inputsOf(checked as CheckedInputs);
    claimAdopted(known, inputs, ports);
    if (context.dryRun) await preview(known, inputs, problems, ports, context.urn);
    return { inputs: { ...inputs, __provider: given["__provider"] }, failures: [] };
  } catch (error) {
    // Errors without a stack are made for users: as failures they are shown once, thrown they would be shown twice.
    if (error instanceof Error && error.stack === "") return refuse(error.message);
    throw error;
  }
}

/** Everything that is wrong, as far as it can be told; what the account says is asked only about a sound pipeline. */
async function findProblems(program: unknown, ports: Ports): Promise<{ value: PipelineInputs; problems: Problem[] }> {
  const parsed = parsePipeline(program);
  const value = parsed.value as PipelineInputs;
  const problems = checkParsed(parsed, { now: ports.now(), offsets: ports.memory.offsets });
  if (problems.some(({ code }) => code < "NCSP1")) return { value, problems };

  const found = await checkAccount(value, ports);
  ports.memory.declared.set(value.name, { name: value.name, id: undefined, inputs: value });
  return { value, problems: [...problems, ...found] };
}

/** What is told at preview, and not again by the update that follows it. */
async function preview(
  known: KnownState,
  inputs: CheckedInputs,
  problems: readonly Problem[],
  ports: Ports,
  urn: string | undefined,
): Promise<void> {
  showWarnings(problems, ports, urn);
  showNextRuns(known, inputs, ports, urn);
  if (known.name === undefined && inputs.adopt !== undefined) await describeAdoption(inputs, ports, urn);
}

/** The name of a pipeline whose program gives none: that of the adopted one, else one made from the resource's. */
async function defaultName(
  adopt: CheckedInputs["adopt"],
  { urn }: Context,
  { lists }: Ports,
): Promise<string | undefined> {
  if (adopt === true) {
    throw new PipelineError("adopt: true takes over the pipeline of the given name. Give a name, or adopt an id.");
  }
  if (adopt !== undefined) {
    const list = await lists.pipelines.all();
    const found = list.find(({ id }) => String(id) === adopt);
    if (found) return found.name;
    throw new PipelineError(`adopt: there is no pipeline with id ${adopt}. getPipelines() lists those that exist.`);
  }
  return urn === undefined ? undefined : autoname(urn);
}

/** From the constructor; an import file and a state that was written by hand have them among the inputs. */
const timeoutsOf = (given: GivenInputs): Timeouts | undefined =>
  given.__context === undefined ? (given["timeouts"] as Timeouts | undefined) : given.__context.timeouts;
