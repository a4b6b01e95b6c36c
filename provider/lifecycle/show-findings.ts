import { isDeepStrictEqual } from "node:util";
import type { PipelineInputs, ScheduleTrigger } from "../model/pipeline.ts";
import { formatProblem, type Problem } from "../model/problem.ts";
import { formatRuns } from "../model/schedule/format-runs.ts";
import { nextRuns } from "../model/schedule/next-runs.ts";
import { hasUnknown } from "../model/unknown.ts";
import type { Ports } from "./ports.ts";
import type { KnownState } from "./state.ts";

/** How many runs of changed schedules are told. */
const runsShown = 3;

/** Tells warnings, each once; a list that several pipelines need and that cannot be read is one of them. */
export function showWarnings(problems: readonly Problem[], { memory, report }: Ports, urn: string | undefined): void {
  for (const problem of problems) {
    const message = formatProblem(problem);
    if (memory.isNew(`${problem.code === "NCSP901" ? "" : (urn ?? "")} ${message}`)) report("warning", message, urn);
  }
}

/** Tells when changed schedules will next start the pipeline, in their zones and in the user's. */
export function showNextRuns(known: KnownState, inputs: PipelineInputs, ports: Ports, urn: string | undefined): void {
  const schedules = inputs.triggers?.schedules;
  if (!Array.isArray(schedules) || isDeepStrictEqual(schedules, known.triggers?.schedules)) return;
  const readable: ScheduleTrigger[] = schedules.filter((schedule) => !hasUnknown(schedule));
  const runs = nextRuns(readable, ports.memory.offsets, ports.now(), runsShown);
  const text = formatRuns(runs, ports.userZone, ports.memory.offsets);
  if (text !== "") ports.report("note", text, urn);
}
