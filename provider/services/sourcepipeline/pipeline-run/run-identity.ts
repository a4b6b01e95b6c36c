import { IdentityError } from "../../../core/resource/errors.ts";
import type { OperationContext } from "../../../core/resource/operation-context.ts";
import {
  createProvenOrigins,
  describeOrigins,
  elsewhere,
  isSameEndpoint,
  movedParts,
  originKey,
} from "../../../core/resource/origins.ts";
import type { PriorState } from "../../../core/resource/state.ts";
import type { Session } from "../../../core/session.ts";
import { accountOf } from "../account.ts";
import { lookAtRun, type RunAddress } from "./follow-run.ts";
import type { RunState } from "./pipeline-run.ts";
import { outcomeOf, type RunOutcome } from "./run-outcome.ts";

/*
 * An id proves nothing, of a run neither: another account, or another emulator, counts from the same number. Under
 * another key or at another endpoint it is the run of the state only when it began in the same moment.
 */

/** How the run of a state stands, and whether it is that run. */
interface FoundRun {
  /** Undefined when the service does not show it. */
  readonly seen: RunOutcome | undefined;
  readonly isOwn: boolean;
}

/**
 * Looks at the run of a state.
 *
 * @throws ServiceError for every failure but that it is missing
 */
export async function findOwnRun(prior: RunState, address: RunAddress, context: OperationContext): Promise<FoundRun> {
  const { session, options } = context;
  const look = async (): Promise<RunOutcome | undefined> => {
    const shown = await lookAtRun(accountOf(session).client, address, options());
    return shown && outcomeOf(shown, prior.requestType);
  };
  const state = asPrior(prior);
  const moved = movedParts(state, session);
  if (moved.length === 0) return { seen: await look(), isOwn: true };
  const origins = session.shared(createProvenOrigins);
  const origin = originKey(state);
  const { result: seen, isProof } = await origins.witness(origin, async () => {
    const result = await look();
    return { result, isProof: result?.begin !== undefined && result.begin === prior.begin };
  });
  return { seen, isOwn: isProof || (isSameEndpoint(state, moved) && (await origins.isSame(origin))) };
}

/**
 * Refuses to let go of a run that may be another account's: the next update in the right one would run it again.
 *
 * @throws IdentityError
 */
export function refuseStranger(prior: RunState, session: Session, doing: "deleted" | "replaced"): never {
  const state = asPrior(prior);
  const run = prior.runId === undefined ? "A run" : `Run ${prior.runId}`;
  const refresh =
    doing === "replaced" ? ' Run "pulumi refresh" first, which finds out whether it is the same account;' : "";
  throw new IdentityError(
    `${run} of pipeline ${String(prior.pipelineId)} is to be ${doing}, but its state was written ` +
      `${elsewhere(movedParts(state, session))}, and is not known to be of this account. Nothing was changed. ` +
      `${describeOrigins(state, session)}${refresh} Use the endpoint and the keys that the state was written with; or run ` +
      `"pulumi state delete" on the resource's URN to let go of the run.`,
  );
}

/** Whether a state was written elsewhere, and nothing has proven yet that this is the same account. */
export function isUnproven(prior: RunState, session: Session): boolean {
  const state = asPrior(prior);
  return movedParts(state, session).length > 0 && !session.shared(createProvenOrigins).isProven(originKey(state));
}

const asPrior = (prior: RunState): PriorState => prior as unknown as PriorState;
