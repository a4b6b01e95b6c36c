import { commandLine } from "../../provider/core/command-line.ts";
import type { Client } from "../../provider/services/sourcepipeline/api/client.ts";
import { followRun, type FollowOptions } from "../../provider/services/sourcepipeline/pipeline-run/follow-run.ts";
import {
  cancelRun,
  cancelWithinMs,
  describeEntry,
  readHistory,
  runsUnderWay,
} from "../../provider/services/sourcepipeline/pipeline-run/start-run.ts";
import { describeEnd } from "./describe-happening.ts";
import { describeSubject, type RunSubject, wordOf } from "./run-events.ts";
import { ensureRun } from "./watch-run.ts";

/**
 * Cancels a run, or the one that is under way, and waits for its end.
 *
 * @returns what became of it, for people
 * @throws Error when several are under way, there is no such run, or it does not end
 */
export async function cancelUnderWay(
  client: Client,
  subject: RunSubject,
  given: string | undefined,
  ports: Pick<FollowOptions, "now" | "wait">,
): Promise<string> {
  const runId = given ?? (await onlyUnderWay(client, subject));
  if (runId === undefined) return `No run of ${describeSubject(subject)} is under way.`;

  const address = { pipelineId: subject.id, runId };
  if (given !== undefined) await ensureRun(client, subject, given, { deadlineMs: cancelWithinMs });
  const isAccepted = await cancelRun(client, address, { deadlineMs: cancelWithinMs });
  const { signal } = new AbortController();
  const { outcome } = await followRun(client, address, { signal, timeoutMs: cancelWithinMs, ...ports });
  if (outcome === undefined || outcome.status === "running") {
    throw new Error(
      `Run ${runId} of ${describeSubject(subject)} did not end within ${cancelWithinMs / 1000} s of being asked to. ` +
        `To follow it: ${commandLine(`watch ${wordOf(subject)} ${runId}`)}`,
    );
  }
  const isLate = !isAccepted || outcome.status !== "canceled";
  return `${isLate ? "Nothing to cancel. " : ""}${describeEnd(subject, outcome)}`;
}

async function onlyUnderWay(client: Client, subject: RunSubject): Promise<string | undefined> {
  const [only, ...more] = runsUnderWay(await readHistory(client, subject.id, {}));
  if (more.length === 0) return only && String(only.id);
  throw new Error(
    `${more.length + 1} runs of ${describeSubject(subject)} are under way: ${[only, ...more]
      .flatMap((entry) => (entry === undefined ? [] : [describeEntry(entry)]))
      .join(", ")}. Say which one: ${commandLine(`cancel ${wordOf(subject)} <run>`)}`,
  );
}
