import { autoname } from "../model/autoname.ts";
import { keepSpelling } from "../model/keep-spelling.ts";
import { parsePipeline } from "../model/parse-pipeline.ts";
import type { PipelineInputs } from "../model/pipeline.ts";
import { formatProblem } from "../model/problem.ts";
import type { Connect } from "./ports.ts";
import type { CheckedInputs, KnownState } from "./state.ts";

/** What the resource's constructor passes beside the program's own arguments. */
export interface Context {
  urn?: string;
}

/** What comes in: the program's arguments, with the constructor's hidden input. */
export type GivenInputs = Readonly<Record<string, unknown>> & { readonly __context?: Context };

export interface CheckResult {
  inputs: object;
  failures: { property: string; reason: string }[];
}

/**
 * Brings the inputs into canonical form and finds all mistakes at once.
 *
 * Every failure has the empty property: with a nested one the engine prints the value it does not find.
 */
export function check(known: KnownState, given: GivenInputs, connect: Connect): CheckResult {
  const { __context: context, __provider: provider, region: _r, platform: _p, site: _s, ...program } = given;
  const { value, problems } = parsePipeline({ ...program, name: program["name"] ?? nameFor(known, context) });
  const failures = problems.map((problem) => ({ property: "", reason: formatProblem(problem) }));
  if (failures.length > 0) return { inputs: { ...program }, failures };

  const inputs: CheckedInputs = {
    ...keepSpelling(known, value as PipelineInputs, { order: "fresh" }),
    ...connect().place,
  };
  return { inputs: provider === undefined ? inputs : { ...inputs, __provider: provider }, failures: [] };
}

/** A resource that was renamed keeps its pipeline's name: another one would replace the pipeline. */
function nameFor(known: KnownState, context: Context | undefined): string | undefined {
  return known.name ?? (context?.urn === undefined ? undefined : autoname(context.urn));
}
