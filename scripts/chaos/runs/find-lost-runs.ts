import type { Service } from "../../../emulator/service.ts";
import type { Program } from "../programs/program.ts";
import { addressOf, type RunSpec, type SavedRun } from "./run-spec.ts";

/** A run as a state has it. */
export type HeldRun = Pick<SavedRun, "resource" | "id" | "isUnfinished" | "isCondemned" | "outs">;

/** Compares what a program says of runs with the state and the service; each finding is one sentence. */
export function findLostRuns({ runs }: Program, held: readonly HeldRun[], { state }: Pick<Service, "state">): string[] {
  const found: string[] = [];
  for (const resource of runs.keys()) {
    const [saved, ...others] = held.filter((candidate) => candidate.resource === resource);
    if (saved === undefined) found.push(`lost: ${resource} is not in the state.`);
    if (others.length > 0) found.push(`doubled in the state: ${resource}.`);
    if (saved?.isUnfinished === true) found.push(`unfinished: ${resource}.`);
  }
  for (const { resource, id } of held) {
    const { pipelineId, runId } = addressOf({ id });
    if (!runs.has(resource)) found.push(`left in the state: ${resource}.`);
    if (state.pipelines.has(pipelineId) && state.runs.get(runId)?.projectId !== pipelineId) {
      found.push(`the state names a run that never was: ${resource}, ${id}.`);
    }
  }
  return found;
}

/**
 * Whether a state holds the run that a program asks for, so that no other one would be started.
 *
 * @param idOf id of the pipeline of a resource
 */
export function isRunAsDeclared(
  spec: RunSpec | undefined,
  held: HeldRun | undefined,
  idOf: (resource: string) => string | undefined,
): boolean {
  if (spec === undefined || held === undefined) return false;
  const { triggers } = held.outs as { triggers?: { edition?: number } };
  const pipelineId = Number(typeof spec.of === "number" ? spec.of : idOf(spec.of));
  return triggers?.edition === spec.edition && addressOf(held).pipelineId === pipelineId && !isToRetry(spec, held);
}

/** Whether the next up runs it again by itself. */
export function isToRetry({ args }: RunSpec, { outs }: Pick<HeldRun, "outs">): boolean {
  const { status } = outs as { status?: string };
  return args.retryFailed === true && (status === "failed" || status === "canceled");
}
