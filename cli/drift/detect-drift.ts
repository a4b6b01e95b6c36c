import type { Account } from "../account/connect-account.ts";
import { isUnchanged, type RefreshStep } from "../pulumi/refresh-preview.ts";
import { managedPipelineOf, partsOfUrn } from "../pulumi/resource-state.ts";
import { type AccountFacts, gatherFacts } from "./account-facts.ts";
import { assessStep } from "./assess-step.ts";
import type { DriftedPipeline, DriftReport } from "./drift-report.ts";

/**
 * Reads the drift out of what a refresh would do. The account is asked only when there is something to explain.
 *
 * @param steps every resource of the stack, as the engine's preview of a refresh lists them
 */
export async function detectDrift(
  steps: readonly RefreshStep[],
  connect: () => Promise<Account>,
): Promise<DriftReport> {
  const pipelineSteps = steps.filter(({ oldState }) => oldState && managedPipelineOf(oldState));
  const others = steps.filter((step) => !pipelineSteps.includes(step) && !isUnchanged(step));
  const notes: string[] = [];
  const first = assessAll(pipelineSteps, undefined);
  const facts = first.some(needsFacts) ? await factsOrNote(connect, notes) : undefined;
  const pipelines = facts ? assessAll(pipelineSteps, facts) : first;
  const { project, stack } = partsOfUrn(steps[0]?.urn ?? "");
  return {
    version: 1,
    project,
    stack,
    drift: pipelines.length > 0,
    checked: pipelineSteps.length,
    pipelines,
    pendingCreates: [],
    otherResources: others.length,
    notes,
  };
}

function assessAll(steps: readonly RefreshStep[], facts: AccountFacts | undefined): DriftedPipeline[] {
  return steps
    .map((step) => assessStep(step, facts))
    .filter((drifted) => drifted !== undefined)
    .sort((one, other) => (one.urn < other.urn ? -1 : 1));
}

/** Whether the account can tell more: who has the name now, or whose branch it is. */
const needsFacts = ({ kind, changes }: DriftedPipeline): boolean =>
  kind === "deleted" || changes.some((change) => change.class === "branch" && change.before === undefined);

/** The drift itself is known; that it cannot be explained must not hide it. */
async function factsOrNote(connect: () => Promise<Account>, notes: string[]): Promise<AccountFacts | undefined> {
  try {
    return await gatherFacts(await connect());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    notes.push(`The account could not be asked, so it is not told what was replaced or only followed: ${reason}`);
    return undefined;
  }
}
