import { eventOf, messageOf, PartialFailure, ResourceError } from "../../../core/resource/errors.ts";
import type { OperationContext } from "../../../core/resource/operation-context.ts";
import { originOf } from "../../../core/resource/state.ts";
import { accountOf } from "../account.ts";
import { followRun, type Followed, lookAtRun } from "./follow-run.ts";
import { type CheckedRun, idOfRun, type Recorded } from "./pipeline-run.ts";
import { outcomeOf, type RunOutcome } from "./run-outcome.ts";
import { describeFailure, describeTaskChange, howToRunAgain } from "./run-reports.ts";
import { askToCancel, cancelWithinMs, readHistory } from "./start-run.ts";

/**
 * Waits for what a program waits for, and says what the run came to.
 *
 * From here on the run exists, so whatever happens its id reaches the state.
 *
 * @param recorded what the state says of it already
 * @throws PartialFailure when it failed, was canceled, or did not end in time
 */
export async function awaitOutcome(
  inputs: CheckedRun,
  runId: number,
  subject: string,
  context: OperationContext,
  { isJoined, ...recorded }: Recorded = {},
): Promise<object> {
  const { session } = context;
  const waitFor = inputs.waitFor ?? "success";
  let seen: Partial<RunOutcome> = { ...recorded, runId: String(runId), status: recorded.status ?? "running" };
  const stateWith = (outcome: Partial<RunOutcome>): object => ({
    ...inputs,
    ...outcome,
    ...(isJoined && { isJoined }),
    ...originOf(session),
  });
  const fail = (reason: string): never => {
    throw new PartialFailure(idOfRun(inputs, runId), stateWith(seen), reason);
  };

  let followed: Followed;
  try {
    const requestType = recorded.requestType ?? (await requestTypeOf(inputs.pipelineId, runId, context));
    if (waitFor === "start") {
      const shown = await lookAtRun(accountOf(session).client, { ...inputs, runId }, context.options());
      return stateWith(shown === undefined ? seen : outcomeOf(shown, requestType));
    }
    followed = await follow(inputs, runId, requestType, context);
  } catch (error) {
    // What the history does not show may have been cut from it, and then no other look helps.
    const hint = error instanceof ResourceError ? `${lookAgain} ${howToRunAgain}` : lookAgain;
    return fail(`Run ${String(runId)} of ${subject} was started, but reading it failed: ${messageOf(error)} ${hint}`);
  }
  seen = followed.outcome ?? seen;
  if (followed.by !== "end") {
    const reason = await giveUp(followed.by);
    // It came in time after all: nobody minds that it was to be canceled.
    if (followed.by === "timeout" && seen.status === "success") return stateWith(seen);
    return fail(reason);
  }
  if (waitFor === "success" && seen.status !== "success") {
    return fail(`${describeFailure(subject, seen as RunOutcome)} ${howToRunAgain}`);
  }
  return stateWith(seen);

  /** Ends the waiting, and the run, where that is wanted. */
  async function giveUp(by: "timeout" | "interrupt"): Promise<string> {
    const run = `Run ${String(runId)} of ${subject}`;
    const isWanted = (by === "interrupt" ? inputs.cancelOnInterrupt : inputs.cancelOnTimeout) ?? true;
    const because =
      by === "interrupt" ? "the command was interrupted" : `it did not end in time (customTimeouts.create)`;
    // Nobody asked for an end when the engine just went away, and what was joined is somebody else's.
    if (!isWanted || isJoined || context.isAbandoned()) return `${run} goes on, although ${because}. ${lookAgain}`;
    const { outcome, isCanceled, refusal } = await cancelAndWait(inputs, runId, seen.requestType, context);
    seen = outcome ?? seen;
    if (seen.status === "success")
      return `${run} succeeded while it was to be canceled, because ${because}. ${lookAgain}`;
    if (!isCanceled) {
      const why = refusal === undefined ? "" : ` ${refusal}`;
      return `${run} could not be canceled, although ${because}: it may go on.${why} ${lookAgain}`;
    }
    return `${run} was canceled, because ${because}. ${howToRunAgain}`;
  }
}

const lookAgain = 'Run "pulumi up" again: it starts nothing, and follows this run.';

/** Follows a run, each change of a task on the resource's row. */
function follow(
  inputs: CheckedRun,
  runId: number,
  requestType: string | undefined,
  context: OperationContext,
): Promise<Followed> {
  const { session, remainingMs, now, wait, report, signal } = context;
  return followRun(
    accountOf(session).client,
    { pipelineId: inputs.pipelineId, runId },
    {
      signal,
      timeoutMs: remainingMs(),
      now,
      wait,
      requestType,
      onChange: (change) => report("info", describeTaskChange(change)),
    },
  );
}

/** What the list of runs says about one: nobody else does. A failure is no reason to lose the run. */
async function requestTypeOf(
  pipelineId: number,
  runId: number,
  { session, options }: OperationContext,
): Promise<string | undefined> {
  const history = await readHistory(accountOf(session).client, pipelineId, options()).catch(() => []);
  return history.find(({ id }) => id === runId)?.requestType;
}

/** Cancels a run and waits a little for its end; cannot be interrupted. */
async function cancelAndWait(
  { pipelineId }: CheckedRun,
  runId: number,
  requestType: string | undefined,
  context: OperationContext,
): Promise<{ outcome?: RunOutcome | undefined; isCanceled: boolean; refusal?: string | undefined }> {
  const { session, now, wait } = context;
  const { client } = accountOf(session);
  const within = context.withTime(cancelWithinMs, { interruptible: false });
  let refusal: string | undefined;
  try {
    refusal = await askToCancel(client, { pipelineId, runId }, within.options());
    const { outcome } = await followRun(
      client,
      { pipelineId, runId },
      { signal: within.signal, timeoutMs: within.remainingMs(), now, wait, requestType },
    );
    return { outcome, isCanceled: outcome !== undefined && outcome.status !== "running", refusal };
  } catch (error) {
    return { isCanceled: false, refusal: refusal ?? eventOf(error) };
  }
}
