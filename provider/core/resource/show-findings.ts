import { isDeepStrictEqual } from "node:util";
import type { PipelineInputs, ScheduleTrigger } from "../../services/sourcepipeline/pipeline/pipeline.ts";
import { formatProblem, type Problem } from "../validation/problem.ts";
import type { Rule } from "../validation/rule.ts";
import { rules } from "../../services/sourcepipeline/pipeline/rules/catalogue.ts";
import { formatRuns } from "../../services/sourcepipeline/pipeline/schedule/format-runs.ts";
import { nextRuns } from "../../services/sourcepipeline/pipeline/schedule/next-runs.ts";
import { hasUnknown } from "../validation/unknown.ts";
import type { Ports } from "./ports.ts";
import type { KnownState } from "./state.ts";

/** How many runs of changed schedules are told. */
const runsShown = 3;

/** Whose warnings are shown. */
export interface Warned {
  readonly urn: string | undefined;
  readonly name: string;
  /** Whether the update makes or changes the pipeline. */
  readonly changes: boolean;
}

/**
 * Shows warnings, each once; a list that several pipelines need and that cannot be read is one of them. What is known of
 * pipelines that stay as they are is one line for each rule: whoever reads the same hundred lines at every preview does
 * not read the new one.
 */
export function showWarnings(
  problems: readonly Problem[],
  { memory, report, silence }: Pick<Ports, "memory" | "report" | "silence">,
  { urn, name, changes }: Warned,
): void {
  for (const problem of problems.filter(({ code }) => !silence.has(code))) {
    if (changes || problem.code === listProblem) {
      const message = formatProblem(problem);
      if (memory.isNew(`${problem.code === listProblem ? "" : (urn ?? "")} ${message}`))
        report("warning", message, urn);
    } else if (memory.isNew(`unchanged ${problem.code}`)) report("warning", unchanged(problem.code, name));
  }
}

/** A list of the account could not be read: this says nothing about a pipeline. */
const listProblem = "NCSP901";

const unchanged = (code: Problem["code"], name: string): string =>
  `There are pipelines that stay as they are, "${name}" among them, for which this does not hold: ${(rules as Readonly<Record<string, Rule>>)[code]?.title ?? code}. ` +
  `Details: "sourcepipeline check". Silence: "pulumi config set ncloud:silence ${code}". [${code}]`;

/** Tells when changed schedules will next start the pipeline, in their zones and in the user's. */
export function showNextRuns(known: KnownState, inputs: PipelineInputs, ports: Ports, urn: string | undefined): void {
  const schedules = inputs.triggers?.schedules;
  if (!Array.isArray(schedules) || isDeepStrictEqual(schedules, known.triggers?.schedules)) return;
  const readable: ScheduleTrigger[] = schedules.filter((schedule) => !hasUnknown(schedule));
  const runs = nextRuns(readable, ports.memory.offsets, ports.now(), runsShown);
  const text = formatRuns(runs, ports.userZone, ports.memory.offsets);
  if (text !== "") ports.report("note", text, urn);
}
