import { autoname } from "../model/autoname.ts";
import { keepSpelling } from "../model/keep-spelling.ts";
import { parsePipeline } from "../model/parse-pipeline.ts";
import type { PipelineInputs } from "../model/pipeline.ts";
import { formatProblem } from "../model/problem.ts";
import { describeAdoption, parseAdopt } from "./check-adopt.ts";
import { messageOf, PipelineError } from "./errors.ts";
import type { Connect } from "./ports.ts";
import { type CheckedInputs, inputsOf, type KnownState, type Timeouts } from "./state.ts";

/** What the resource's constructor passes beside the program's own arguments. */
export interface Context {
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
  const inputs = { ...program, __provider: given["__provider"] };
  try {
    // Once a pipeline is managed, how it came to be means nothing any more.
    const adopt = known.name === undefined ? parseAdopt(given["adopt"]) : known.adopt;
    const name = program["name"] ?? known.name ?? (await defaultName(adopt, given.__context, connect));
    const { value, problems } = parsePipeline({ ...program, name });
    const failures = problems.map((problem) => ({ property: "", reason: formatProblem(problem) }));
    if (failures.length > 0) return { inputs, failures };

    const kept = keepSpelling(known, value as PipelineInputs, { order: "fresh" });
    const timeouts = timeoutsOf(given);
    const checked = inputsOf({ ...kept, ...connect().place, adopt, timeouts } as CheckedInputs);
    if (known.name === undefined && adopt !== undefined && given.__context?.dryRun === true) {
      await describeAdoption(checked, connect());
    }
    return { inputs: { ...checked, __provider: given["__provider"] }, failures: [] };
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return { inputs, failures: [{ property: "", reason: messageOf(error) }] };
  }
}

/** The name of a pipeline whose program gives none: that of the adopted one, else one made from the resource's. */
async function defaultName(
  adopt: CheckedInputs["adopt"],
  context: Context | undefined,
  connect: Connect,
): Promise<string | undefined> {
  if (adopt === true) {
    throw new PipelineError("adopt: true takes over the pipeline of the given name. Give a name, or adopt an id.");
  }
  if (adopt !== undefined) {
    const list = await connect().lists.pipelines.all();
    const found = list.find(({ id }) => String(id) === adopt);
    if (found) return found.name;
    throw new PipelineError(`adopt: there is no pipeline with id ${adopt}. getPipelines() lists those that exist.`);
  }
  return context?.urn === undefined ? undefined : autoname(context.urn);
}

/** From the constructor; an import file and a state that was written by hand have them among the inputs. */
const timeoutsOf = (given: GivenInputs): Timeouts | undefined =>
  given.__context === undefined ? (given["timeouts"] as Timeouts | undefined) : given.__context.timeouts;
