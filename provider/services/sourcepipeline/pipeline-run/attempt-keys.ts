import { createHash } from "node:crypto";
import type { Session } from "../../../core/session.ts";
import type { CheckedRun } from "./pipeline-run.ts";

/* Under what is noted which start was tried, and what came of it. */

/** Of the note that says whose a run is. */
export const runKey = (
  runId: number | string,
  { pipelineId }: Pick<CheckedRun, "pipelineId">,
  { endpoint }: Session,
): string => hashOf([endpoint, pipelineId, String(runId)]);

const hashOf = (parts: unknown): string => createHash("sha256").update(JSON.stringify(parts)).digest("hex");

/** The same for the same change of the same resource, in whatever process; also under another key of the account. */
export function attemptKey(inputs: CheckedRun, urn: string | undefined, session: Session, scope: string): string {
  const { endpoint, location } = session;
  const { pipelineId, triggers } = inputs;
  return hashOf([endpoint, location, scope, urn ?? "", pipelineId, triggers ?? null]);
}
