import { waitInRealTime } from "../../provider/core/http/wait.ts";
import { publicCodes } from "../../provider/core/public-codes.ts";
import { ResourceError } from "../../provider/core/resource/errors.ts";
import type { Client as ServiceClient } from "../../provider/services/sourcepipeline/api/client.ts";
import { followRun } from "../../provider/services/sourcepipeline/pipeline-run/follow-run.ts";
import type { RunOutcome, TaskChange } from "../../provider/services/sourcepipeline/pipeline-run/run.ts";
import { signalOf } from "./create-client.ts";
import type { Client } from "./operations.ts";
import type { PathId } from "./requests.ts";

/** One run of one pipeline. */
export interface RunAddress {
  /** Id of the pipeline. */
  readonly projectId: PathId;
  /** Id of the run, as `startRun` and `startProject` return it. */
  readonly historyId: PathId;
}

/** How a run is waited for; everything may be left out. */
export interface WaitOptions {
  /** How long to wait, in milliseconds; an hour unless given. */
  readonly timeoutMs?: number | undefined;
  /** Ends the wait at once; the run goes on. */
  readonly signal?: AbortSignal | undefined;
  /** Called for each change of a task, once for each task at the first look. */
  readonly onChange?: ((change: TaskChange) => void) | undefined;
}

/** A run whose end was not seen. It may go on: `cancelProject` ends it. */
export class RunWaitError extends Error {
  /** Always `RunWaitError`. */
  override name = "RunWaitError";
  /** `NCLOUD_TIMEOUT`, `NCLOUD_ABORTED`, or `NCLOUD_NOT_FOUND` for a run that the history does not show. */
  readonly code: "NCLOUD_TIMEOUT" | "NCLOUD_ABORTED" | "NCLOUD_NOT_FOUND";
  /** How the run stood when it was last seen; undefined when it never was. */
  readonly outcome: RunOutcome | undefined;
  // Like those of all errors of this package: Pulumi prints stacks to users.
  override stack = "";

  /** Made by `waitForRun`: programs receive these errors, and make none. */
  constructor(message: string, code: RunWaitError["code"], outcome?: RunOutcome) {
    super(message);
    this.code = code;
    this.outcome = outcome;
  }
}

/**
 * Waits until a run has ended, one GET a look, with pauses from 1 to 10 s that start anew when a task changes. A run that
 * failed or was canceled is no error: the outcome says so.
 *
 * @throws RunWaitError when the time is up, the signal of the wait or of the client aborts, or the history shows no such
 *   run for half a minute
 * @throws ServiceError when reading the run fails in a way that does not pass
 * @example
 * const run = await startRun(client, { projectId });
 * const { status, tasks } = await waitForRun(client, run, { timeoutMs: 30 * 60_000 });
 */
export function waitForRun(
  client: Pick<Client, "getProjectHistory">,
  run: RunAddress,
  options?: WaitOptions,
): Promise<RunOutcome> {
  return waitForRunIn({ now: Date.now, wait: waitInRealTime }, client, run, options);
}

/** Where time comes from. */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Ends early, without an error, when the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The same with the clock as an argument, so that tests move it by hand. */
export async function waitForRunIn(
  clock: Clock,
  client: Pick<Client, "getProjectHistory">,
  { projectId, historyId }: RunAddress,
  { timeoutMs = defaultTimeoutMs, signal, onChange = () => undefined }: WaitOptions = {},
): Promise<RunOutcome> {
  const name = `Run ${String(historyId)} of pipeline ${String(projectId)}`;
  const either = AbortSignal.any([signal, signalOf(client)].filter((given) => given !== undefined));
  const address = { pipelineId: projectId, runId: historyId };
  const reader = client as Pick<ServiceClient, "getProjectHistory">;
  const { outcome, by } = await followRun(reader, address, { ...clock, signal: either, timeoutMs, onChange }).catch(
    (error: unknown) => {
      if (error instanceof ResourceError) throw new RunWaitError(error.message, publicCodes.notFound);
      throw error;
    },
  );
  if (by === "end" && outcome !== undefined) return outcome;
  if (by === "interrupt") {
    throw new RunWaitError(`The wait for the end of ${name.toLowerCase()} was aborted.`, publicCodes.aborted, outcome);
  }
  const seen = outcome === undefined ? "It has not been seen" : "It may go on";
  throw new RunWaitError(
    `${name} did not end within ${String(timeoutMs)} ms. ${seen}: cancel it, or wait longer (timeoutMs).`,
    publicCodes.timeout,
    outcome,
  );
}

const defaultTimeoutMs = 60 * 60_000;
