import { waitInRealTime } from "../../provider/core/http/wait.ts";
import { publicCodes } from "../../provider/core/public-codes.ts";
import { nearest, quoted } from "../../provider/core/validation/nearest.ts";
import type { Client as ServiceClient } from "../../provider/services/sourcepipeline/api/client.ts";
import { beginScriptedRun } from "../../provider/services/sourcepipeline/pipeline-run/begin-scripted-run.ts";
import { ifRunningWords } from "../../provider/services/sourcepipeline/pipeline-run/descriptor.ts";
import type { NotBegunReason } from "../../provider/services/sourcepipeline/pipeline-run/run-not-begun.ts";
import { RunNotBegunError } from "../../provider/services/sourcepipeline/pipeline-run/run-not-begun.ts";
import type { Starts } from "../../provider/services/sourcepipeline/pipeline-run/starts.ts";
import { createStarts } from "../../provider/services/sourcepipeline/pipeline-run/starts.ts";
import { signalOf } from "./create-client.ts";
import type { Client } from "./operations.ts";
import type { PathId } from "./requests.ts";
import type { Clock, RunAddress } from "./wait-for-run.ts";

/** How a run is started; everything may be left out. */
export interface StartOptions {
  /**
   * What to do when a run of the pipeline is under way. `wait` (unless given): for its end, then start. `join`: take that
   * run, and start none. `start`: beside it. `fail`: an error.
   */
  readonly ifRunning?: "wait" | "join" | "start" | "fail" | undefined;
  /** How long all of it may take, the wait for a run under way included, in milliseconds; an hour unless given. */
  readonly timeoutMs?: number | undefined;
  /** Ends a wait. A start that was sent is awaited all the same. */
  readonly signal?: AbortSignal | undefined;
  /** Called with a sentence about what is waited for, or which run is joined. */
  readonly onNote?: ((message: string) => void) | undefined;
}

/** A run that was started, or joined; `waitForRun` takes it as it is. */
export interface StartedRun extends RunAddress {
  /** Id of the run. */
  readonly historyId: number;
  /** Whether it was under way already: then it is somebody else's. */
  readonly isJoined: boolean;
}

/** No run was started, or nobody can say which. */
export class RunStartError extends Error {
  /** Always `RunStartError`. */
  override name = "RunStartError";
  /**
   * `NCLOUD_UNCONFIRMED` when the history does not tell what became of the start, `NCLOUD_CONFLICT` for a run under way
   * that is not wanted, `NCLOUD_TIMEOUT`, `NCLOUD_ABORTED`.
   */
  readonly code: "NCLOUD_UNCONFIRMED" | "NCLOUD_CONFLICT" | "NCLOUD_TIMEOUT" | "NCLOUD_ABORTED";
  /** Ids of the runs that may be the one that was asked for; or of the one that is under way. */
  readonly candidates: readonly number[];
  // Like those of all errors of this package: Pulumi prints stacks to users.
  override stack = "";

  /** Made by `startRun`: programs receive these errors, and make none. */
  constructor(message: string, code: RunStartError["code"], candidates: readonly number[]) {
    super(message);
    this.code = code;
    this.candidates = candidates;
  }
}

/**
 * Starts a run of a pipeline, once: the start is never sent twice, and when its response is lost the history tells
 * whether a run began. Two requests, the history and the start, unless something goes wrong or another run is waited for.
 *
 * @throws RunStartError when the history cannot tell, a run under way is not wanted, the time is up, or a signal aborts
 * @throws ServiceError when the service refuses
 * @throws RangeError with code `NCLOUD_PROGRAM` for an `ifRunning` that is none, before any request
 * @example
 * const run = await startRun(client, { projectId });
 * const { status } = await waitForRun(client, run);
 */
export function startRun(
  client: Pick<Client, "getProjectHistories" | "getProjectHistory" | "startProject">,
  pipeline: { readonly projectId: PathId },
  options?: StartOptions,
): Promise<StartedRun> {
  return startRunIn({ now: Date.now, wait: waitInRealTime }, client, pipeline, options);
}

/** The same with the clock as an argument, so that tests move it by hand. */
export async function startRunIn(
  { now, wait }: Clock,
  client: Pick<Client, "getProjectHistories" | "getProjectHistory" | "startProject">,
  { projectId }: { readonly projectId: PathId },
  { ifRunning = "wait", timeoutMs = defaultTimeoutMs, signal, onNote = () => undefined }: StartOptions = {},
): Promise<StartedRun> {
  refuseUnknownWord(ifRunning);
  const either = AbortSignal.any([signal, signalOf(client)].filter((given) => given !== undefined));
  const deadline = now() + timeoutMs;
  const subject = `pipeline ${String(projectId)}`;
  try {
    const { runId, isJoined } = await beginScriptedRun(client as unknown as ServiceClient, Number(projectId), {
      subject,
      ifRunning,
      starts: startsOf(client),
      signal: either,
      remainingMs: () => Math.max(0, deadline - now()),
      now,
      wait,
      report: onNote,
      hints,
    });
    return { projectId, historyId: runId, isJoined };
  } catch (error) {
    if (error instanceof RunNotBegunError)
      throw new RunStartError(error.message, codes[error.reason], error.candidates);
    // What ended before the start was sent; after it, the history has been asked.
    if (either.aborted) throw new RunStartError(`No run of ${subject} was started: aborted.`, publicCodes.aborted, []);
    if (now() >= deadline) {
      const message = `No run of ${subject} was started within ${String(timeoutMs)} ms. Allow more time (timeoutMs).`;
      throw new RunStartError(message, publicCodes.timeout, []);
    }
    throw error;
  }
}

/** JavaScript passes any word, and one that is not known must start nothing. */
function refuseUnknownWord(ifRunning: unknown): void {
  if ((ifRunningWords as readonly unknown[]).includes(ifRunning)) return;
  const allowed = `Expected one of ${quoted(ifRunningWords)}.`;
  const near = nearest(String(ifRunning), ifRunningWords, 1);
  const hint = near.length > 0 ? `Did you mean ${quoted(near)}? ${allowed}` : allowed;
  const message = `ifRunning: ${JSON.stringify(ifRunning)} is not known. ${hint} No run was started.`;
  throw Object.assign(new RangeError(message), { code: publicCodes.program });
}

const codes: Readonly<Record<NotBegunReason, RunStartError["code"]>> = {
  unconfirmed: publicCodes.unconfirmed,
  underWay: publicCodes.conflict,
  timeout: publicCodes.timeout,
  interrupt: publicCodes.aborted,
};

const hints = {
  lookAgain: "Before another start, look whether it is there: getProjectHistories.",
  timeout: "timeoutMs",
  ifRunning: "ifRunning",
};

const defaultTimeoutMs = 60 * 60_000;

/** What was started with each client: two starts at once must not take the same run for their own. */
const allStarts = new WeakMap<object, Starts>();

function startsOf(client: object): Starts {
  const starts = allStarts.get(client) ?? createStarts();
  allStarts.set(client, starts);
  return starts;
}
