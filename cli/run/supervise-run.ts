import { commandLine } from "../../provider/core/command-line.ts";
import {
  followRun,
  type Followed,
  type FollowOptions,
} from "../../provider/services/sourcepipeline/pipeline-run/follow-run.ts";
import type { HistoryDetail, RunOutcome } from "../../provider/services/sourcepipeline/pipeline-run/run-outcome.ts";
import { cancelRun, cancelWithinMs } from "../../provider/services/sourcepipeline/pipeline-run/start-run.ts";
import type { Client } from "../../provider/services/sourcepipeline/api/client.ts";
import { messageOf } from "../output/text.ts";
import { exitCodeOf, exitCodes } from "./exit-codes.ts";
import { describeSubject, type Emit, type RunSubject, type StopReason, wordOf } from "./run-events.ts";

/** What following a run takes from its surroundings. */
export interface RunPorts extends Pick<FollowOptions, "now" | "wait"> {
  /** Aborts with the first Ctrl-C. */
  readonly signal: AbortSignal;
  readonly emit: Emit;
}

/** What ends the following before the run ends. */
export interface Limits {
  readonly timeoutMs: number;
  /** What becomes of the run then. */
  readonly cancelOn: Readonly<Record<StopReason, boolean>>;
}

/**
 * Follows a run to its end, and cancels it where that is wanted.
 *
 * @returns the exit code
 * @throws Error when the run can no longer be seen; it goes on
 */
export async function superviseRun(
  client: Client,
  subject: RunSubject,
  runId: string,
  { timeoutMs, cancelOn }: Limits,
  { signal, emit, now, wait }: RunPorts,
): Promise<number> {
  const address = { pipelineId: subject.id, runId };
  const observer = createObserver(runId, emit, now);
  const follow = (until: AbortSignal, withinMs: number): Promise<Followed> =>
    followRun(client, address, { ...observer, signal: until, timeoutMs: withinMs, now, wait });

  const followed = await follow(signal, timeoutMs).catch((error: unknown) => {
    throw new Error(
      `Run ${runId} of ${describeSubject(subject)} could not be followed any further, and goes on as far as is known: ` +
        `${messageOf(error)} To follow it again: ${commandLine(`watch ${wordOf(subject)} ${runId}`)}`,
      { cause: error },
    );
  });
  if (followed.by === "end") return end(followed.outcome);
  const reason = followed.by;
  if (!cancelOn[reason]) return leave(reason, false);

  emit({ event: "canceling", runId, reason });
  const { outcome } = await cancel(client, address, () => follow(uninterrupted, cancelWithinMs));
  return outcome === undefined || outcome.status === "running" ? leave(reason, true) : end(outcome, reason);

  function end(outcome: RunOutcome | undefined, reason?: StopReason): number {
    if (outcome === undefined || outcome.status === "running") return exitCodes.error;
    const { status } = outcome;
    const exitCode = reason === "timeout" ? exitCodes.timeout : exitCodeOf(status);
    emit({ event: "ended", runId, status, outcome, reason, exitCode });
    return exitCode;
  }

  function leave(reason: StopReason, isCanceling: boolean): number {
    const exitCode = reason === "timeout" ? exitCodes.timeout : isCanceling ? exitCodes.error : exitCodes.interrupted;
    emit({ event: "left", runId, reason, isCanceling, exitCode });
    return exitCode;
  }
}

/** Of what has to come to its end whatever the user does; a second Ctrl-C ends the process. */
const uninterrupted = new AbortController().signal;

/** Asks for the end of a run, and sees how it ends. Whether the request arrived, the run itself says. */
async function cancel(
  client: Client,
  address: { pipelineId: number; runId: string },
  follow: () => Promise<Followed>,
): Promise<Partial<Followed>> {
  await cancelRun(client, address, { deadlineMs: cancelWithinMs }).catch(() => undefined);
  return follow().catch(() => ({}));
}

/** Emits the tasks with the first look, and each change once, however often the following begins. */
function createObserver(runId: string, emit: Emit, now: () => number): Pick<FollowOptions, "onLook" | "onChange"> {
  const startedAt = now();
  const seen = new Map<string, string>();
  let isFirst = true;
  return {
    onLook: ({ tasks }: HistoryDetail) => {
      if (!isFirst) return;
      isFirst = false;
      const nodes = tasks.map(({ name, type = "", linkedTasks }) => ({ name, type, linkedTasks }));
      emit({ event: "tasks", runId, tasks: nodes });
    },
    onChange: (change) => {
      if (seen.get(change.task) === change.rawStatus) return;
      seen.set(change.task, change.rawStatus);
      emit({ event: "task", runId, ...change, elapsedMs: now() - startedAt });
    },
  };
}
