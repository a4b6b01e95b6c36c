import { PartialFailure } from "../../../core/resource/errors.ts";
import type { Report, Session } from "../../../core/session.ts";
import { type CheckedRun, idOfRun, type RunInputs, type RunState } from "./pipeline-run.ts";
import type { RunOutcome } from "./run-outcome.ts";
import { describeFailure, howToRunAgain, tellPreview } from "./run-reports.ts";

/*
 * A refresh writes a state anew, and the engine forgets with it that the creation failed. So what is still owed is told
 * from the state itself.
 */

/**
 * How the run of a state stands when that is not what the program waits for; undefined when there is nothing to say.
 *
 * @example unmetEnd({ status: "failed", ... }, { waitFor: "success", ... }) // "failed"
 */
export function unmetEnd(
  { runId, status }: RunState,
  { waitFor = "success" }: RunInputs,
): "running" | "failed" | "canceled" | undefined {
  if (runId === undefined || status === undefined || status === "success" || waitFor === "start") return undefined;
  return status !== "running" && waitFor === "end" ? undefined : status;
}

/**
 * Says again what became of a run that has ended otherwise than the program wants; nothing is asked for it.
 *
 * @param state what is to stand in the state
 * @throws PartialFailure with the words of the first time
 */
export function refuseUnmetEnd(state: RunState, subject: string): void {
  const unmet = unmetEnd(state, state);
  if (unmet === undefined || unmet === "running") return;
  const outcome = { tasks: {}, ...state } as RunOutcome;
  throw new PartialFailure(idOfRun(state, state.runId), state, `${describeFailure(subject, outcome)} ${howToRunAgain}`);
}

/** Says in a preview what the next update does about an end that is not the wanted one. */
export function previewUnmetEnd(prior: RunState, inputs: CheckedRun, session: Session, report: Report): void {
  const unmet = unmetEnd(prior, inputs);
  if (unmet !== undefined) tellPreview(session, inputs, report, planFor(prior, unmet));
}

function planFor({ runId = "", pipelineId }: RunState, unmet: "running" | "failed" | "canceled"): string {
  const run = `Run ${runId} of pipeline ${String(pipelineId)}`;
  if (unmet === "running") return `${run} had not ended when it was last seen. Would follow it, and run nothing.`;
  const became = unmet === "failed" ? "failed" : "was canceled";
  return `${run} ${became}. Would run nothing, and say so again. To run it again, change triggers, or set retryFailed: true.`;
}
