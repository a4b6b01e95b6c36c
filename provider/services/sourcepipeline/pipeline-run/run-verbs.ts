import { isDeepStrictEqual } from "node:util";
import { locationOf } from "../../../core/location.ts";
import { isOther, locationKeys } from "../../../core/resource/diff.ts";
import { ResourceError } from "../../../core/resource/errors.ts";
import { contextAt, type OperationContext } from "../../../core/resource/operation-context.ts";
import { movedParts } from "../../../core/resource/origins.ts";
import { originOf, recordedOrigin } from "../../../core/resource/state.ts";
import type { Difference, ResourceVerbs } from "../../../core/resource/verbs.ts";
import type { Host, Session } from "../../../core/session.ts";
import { keysOf, type Property } from "../../../core/validation/shape/shape.ts";
import { unknownValue } from "../../../core/validation/unknown.ts";
import { accountOf } from "../account.ts";
import { runDescriptor } from "./descriptor.ts";
import { previewUnmetEnd, refuseUnmetEnd, unmetEnd } from "./unmet-end.ts";
import { attemptKey, runKey } from "./attempt-keys.ts";
import { beginRun, type Begun } from "./begin-run.ts";
import { checkRun } from "./check-run.ts";
import { type CheckedRun, addressIn, idOfRun, type Recorded, runInputsOf, type RunState } from "./pipeline-run.ts";
import { findOwnRun, isUnproven, refuseStranger } from "./run-identity.ts";
import { claimUrn, describePipeline, onRowOf } from "./run-reports.ts";
import { awaitOutcome } from "./await-outcome.ts";
import { type Baseline, cancelRun, cancelWithinMs } from "./start-run.ts";
import { followRun } from "./follow-run.ts";
import { createStarts } from "./starts.ts";

/** How long a run may take unless the resource's `customTimeouts` say otherwise: 1 hour, in milliseconds. */
const defaultTimeoutMs = 60 * 60_000;

/**
 * The verbs of a run: creating it starts it, once; nothing changes it; deleting it cancels what still runs. A run that
 * its service no longer shows is not gone: it happened, and nothing must run again because a history was cut.
 */
export const runVerbs: ResourceVerbs = {
  check: checkRun,

  diff: (priorState, newInputs, host) => {
    const prior = priorState as unknown as RunState;
    const difference = differenceOf(prior, newInputs as unknown as CheckedRun);
    if (difference.replaces.length > 0) {
      const session = host.connect(locationOf(priorState));
      // What is started in another account would stand beside the run that cannot be reached there.
      if (isUnproven(prior, session)) refuseStranger(prior, session, "replaced");
    } else {
      tellUnmetEnd(prior, newInputs, host);
    }
    return difference;
  },

  create: async ({ inputs: given, timeoutMs = defaultTimeoutMs, urn: named }, host) => {
    const inputs = runInputsOf(given);
    const { session, ...plain } = contextAt(host, inputs, timeoutMs);
    const urn = named ?? claimUrn(session, inputs);
    const context = onRowOf({ session, ...plain }, urn);
    if (inputs.runOnCreate === false && inputs.isReplacement !== true) {
      return { id: idOfRun(inputs, undefined), state: { ...inputs, ...originOf(session) } };
    }
    const subject = await describePipeline(inputs.pipelineId, context);
    const { runId, isJoined } = await begin(inputs, urn, subject, context, host);
    try {
      const state = await awaitOutcome(inputs, runId, subject, context, isJoined ? { isJoined } : {});
      return { id: idOfRun(inputs, runId), state };
    } finally {
      // While the command goes on, its engine saves what is returned; what comes with a failure, too.
      if (!context.interrupted()) forgetAttempt(runId, inputs, session, host);
    }
  },

  update: async ({ id, prior: priorState, inputs: given, timeoutMs = defaultTimeoutMs, urn }, host) => {
    const prior = priorState as unknown as RunState;
    const inputs = runInputsOf(given);
    const { session, ...plain } = contextAt(host, inputs, timeoutMs);
    const context = onRowOf({ session, ...plain }, urn ?? claimUrn(session, inputs));
    const { runId } = addressOf(id);
    forgetAttempt(runId, inputs, session, host);
    const recorded = { ...recordedOutcome(prior), ...originOf(session), ...recordedOrigin(prior) };
    if (runId === undefined) return { ...inputs, ...recorded };
    const address = { pipelineId: inputs.pipelineId, runId };
    const isMoved = movedParts(priorState, session).length > 0;
    const subject = await describePipeline(inputs.pipelineId, context);
    refuseUnmetEnd({ ...inputs, ...recorded, runId }, subject);
    if (isMoved && !(await findOwnRun(prior, address, context)).isOwn) return { ...inputs, ...recorded };
    return awaitOutcome(inputs, Number(runId), subject, context, recordedOutcome(prior));
  },

  read: async ({ id, prior: priorState, timeoutMs }, host) => {
    const prior = priorState as unknown as RunState;
    const context = contextAt(host, priorState, timeoutMs);
    const { session } = context;
    const { pipelineId, runId } = addressOf(id);
    const inputs = runInputsOf({ ...session.location, ...prior, pipelineId });
    const { seen, isOwn } =
      runId === undefined
        ? { seen: undefined, isOwn: !isUnproven(prior, session) }
        : await findOwnRun(prior, { pipelineId, runId }, context);
    // Of a run that a state knows the history may be cut; of one that is only named it has to show something.
    if (runId !== undefined && prior.runId === undefined && seen === undefined) {
      throw new ResourceError(`Pipeline ${String(pipelineId)} has no run ${runId}, or its history was cut.`);
    }
    const origin = isOwn ? {} : recordedOrigin(prior);
    const state = { ...inputs, ...recordedOutcome(prior), ...(isOwn && seen), ...originOf(session), ...origin };
    return { id, state, inputs };
  },

  delete: async ({ id, prior: priorState, timeoutMs }, host) => {
    const prior = priorState as unknown as RunState;
    const context = contextAt(host, priorState, timeoutMs);
    const { session } = context;
    const { pipelineId, runId } = addressOf(id);
    forgetAttempt(runId, { pipelineId }, session, host);
    if (runId === undefined) return;
    // What has ended is past, and what was joined is somebody else's.
    const isPast = prior.isJoined === true || (prior.status ?? "running") !== "running";
    if (isPast && movedParts(priorState, session).length === 0) return;
    const address = { pipelineId, runId };
    const { seen, isOwn } = await findOwnRun(prior, address, context);
    if (!isOwn) refuseStranger(prior, session, "deleted");
    if (isPast || seen?.status !== "running") return;
    const { client } = accountOf(session);
    if (!(await cancelRun(client, address, context.options()))) return;
    const { now, wait, signal } = host;
    await followRun(client, address, { signal, timeoutMs: cancelWithinMs, now, wait });
    context.report("info", `Run ${runId} was canceled: its resource was deleted.`);
  },

  preview: (prior, inputs, host) => {
    tellUnmetEnd(prior as unknown as RunState, inputs, host);
    const { runId } = prior as Partial<RunState>;
    const unknown = Object.fromEntries(recordedKeys.map((key) => [key, unknownValue]));
    return {
      ...unknown,
      ...(runId !== undefined && { runId }),
      ...originOf(contextAt(host, inputs, undefined).session),
    };
  },
};

/** Says in a preview what became of the run of a state that is not replaced, where that is not what is wanted. */
function tellUnmetEnd(prior: RunState, given: object, host: Host): void {
  const inputs = runInputsOf(given);
  if (unmetEnd(prior, inputs) === undefined || differenceOf(prior, inputs).replaces.length > 0) return;
  previewUnmetEnd(prior, inputs, host.connect(locationOf(inputs)), host.report);
}

/** What replaces a run, which is another one of its pipeline. */
function differenceOf(prior: RunState, inputs: CheckedRun): Difference {
  // What a state does not say did not change, but for triggers, which may be none.
  const replaces = identity.filter((key) =>
    key === "triggers" ? !isDeepStrictEqual(prior.triggers, inputs.triggers) : isOther(key, prior[key], inputs[key]),
  );
  const isRetried = inputs.retryFailed === true && (prior.status === "failed" || prior.status === "canceled");
  if (replaces.length > 0) return { replaces };
  if (isRetried) return { replaces: ["retryFailed"], changes: true };
  return unmetEnd(prior, inputs) === undefined ? { replaces } : { replaces, changes: true };
}

/** What makes another run of it. */
const identity = [
  ...keysOf(runDescriptor.properties, (property: Property) => property.replaces === true),
  ...locationKeys,
];

function addressOf(id: string): { pipelineId: number; runId: string | undefined } {
  const address = addressIn(id);
  if (address !== undefined) return address;
  throw new ResourceError(`"${id}" is not the id of a pipeline run. It is "<pipeline id>:<run id>".`);
}

/** Starts the run, or finds the one that an earlier command started. */
async function begin(
  inputs: CheckedRun,
  urn: string | undefined,
  subject: string,
  context: OperationContext,
  host: Host,
): Promise<Begun> {
  const { session, options: call, until, remainingMs, report } = context;
  const { attempts, signal, now, wait } = host;
  const key = attemptKey(inputs, urn, session, attempts.scope);
  let hasLooked = false;
  return beginRun(accountOf(session).client, inputs.pipelineId, {
    subject,
    call,
    starts: session.shared(createStarts),
    until,
    ifRunning: inputs.ifRunning ?? "wait",
    signal,
    remainingMs,
    now,
    wait,
    report: (message) => report("note", message),
    earlier: () => {
      const baseline = attempts.find(key) as Baseline | undefined;
      // Of a command that goes on it is that one's affair; when it has ended, it may have been killed meanwhile.
      if (hasLooked || (baseline !== undefined && attempts.isHeld(key))) return undefined;
      hasLooked = true;
      return baseline && { baseline, ownerOf };
    },
    onBaseline: (baseline) => {
      hasLooked = true;
      attempts.save(key, baseline);
    },
    // What was joined is somebody else's, and may be noted as theirs.
    onBegun: ({ runId, isJoined }) => {
      if (!isJoined) attempts.save(runKey(runId, inputs, session), { key });
    },
  });

  function ownerOf(runId: number): "same" | "other" | undefined {
    const run = runKey(runId, inputs, session);
    const attempt = attempts.find(run) as { key?: unknown } | undefined;
    return attempt && (attempt.key === key && !attempts.isHeld(run) ? "same" : "other");
  }
}

/**
 * Once a run is in a state, no command has to look for it any more. Whose it is stays noted: another change of the same
 * pipeline, of whose start nobody knows, must not take it for its own.
 */
function forgetAttempt(
  runId: number | string | undefined,
  inputs: Pick<CheckedRun, "pipelineId">,
  session: Session,
  { attempts }: Host,
): void {
  if (runId === undefined) return;
  const { key } = (attempts.find(runKey(runId, inputs, session)) ?? {}) as { key?: string };
  if (key === undefined) return;
  const baseline = attempts.find(key) as Baseline | undefined;
  // A start of the same change that came after this run is not what became of it.
  if (!baseline?.runIds.includes(Number(runId))) attempts.remove(key);
}

/** What a state says of a run beside the inputs. */
const recordedKeys = ["runId", "status", "rawStatus", "requestType", "begin", "end", "durationMs", "tasks"] as const;

/** What a state says that the run came to. */
function recordedOutcome(prior: RunState): Recorded {
  const recorded = [...recordedKeys, "isJoined" as const].map((key) => [key, prior[key]] as const);
  return Object.fromEntries(recorded.filter(([, value]) => value !== undefined));
}
