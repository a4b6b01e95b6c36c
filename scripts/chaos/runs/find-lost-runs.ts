import type { Program } from "../programs/program.ts";
import type { Run } from "../run.ts";
import { find, type Stack } from "../stack.ts";
import { addressOf } from "./run-spec.ts";

/** Compares what the program says of runs with the state and the service; each finding is one sentence. */
export function findLostRuns({ program, stack, services }: Pick<Run, "program" | "stack" | "services">): string[] {
  const { runs, pipelines } = services.default.state;
  const found: string[] = [];
  for (const resource of program.runs.keys()) {
    const [saved, ...others] = stack.runs.filter((candidate) => candidate.resource === resource);
    if (saved === undefined) found.push(`lost: ${resource} is not in the state.`);
    if (others.length > 0) found.push(`doubled in the state: ${resource}.`);
    if (saved?.isUnfinished === true) found.push(`unfinished: ${resource}.`);
  }
  for (const saved of stack.runs) {
    const { pipelineId, runId } = addressOf(saved);
    if (!program.runs.has(saved.resource)) found.push(`left in the state: ${saved.resource}.`);
    if (pipelines.has(pipelineId) && runs.get(runId)?.projectId !== pipelineId) {
      found.push(`the state names a run that never was: ${saved.resource}, ${saved.id}.`);
    }
  }
  return found;
}

/** Whether the state holds the run that the program asks for, of the same pipeline and edition. */
export function isRunAsDeclared(stack: Stack, { runs }: Program, resource: string): boolean {
  const spec = runs.get(resource);
  const saved = stack.runs.find((candidate) => candidate.resource === resource && !candidate.isCondemned);
  if (spec === undefined || saved === undefined) return false;
  const { triggers, status } = saved.outs as { triggers?: { edition?: number }; status?: string };
  const pipelineId = typeof spec.of === "number" ? spec.of : Number(find(stack, spec.of)?.id);
  const isRetried = spec.args.retryFailed === true && (status === "failed" || status === "canceled");
  return triggers?.edition === spec.edition && addressOf(saved).pipelineId === pipelineId && !isRetried;
}
