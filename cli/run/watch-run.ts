import type { Client } from "../../provider/services/sourcepipeline/api/client.ts";
import {
  describeEntry,
  readHistory,
  runsUnderWay,
} from "../../provider/services/sourcepipeline/pipeline-run/start-run.ts";
import { describeSubject, type RunSubject, wordOf } from "./run-events.ts";
import { type RunPorts, superviseRun } from "./supervise-run.ts";

/**
 * Follows a run, or the newest one that is under way.
 *
 * @returns the exit code
 * @throws Error when no run is under way; it names the last one
 */
export async function watchRun(
  client: Client,
  subject: RunSubject,
  given: string | undefined,
  timeoutMs: number,
  ports: RunPorts,
): Promise<number> {
  const { signal, now, emit } = ports;
  const deadline = now() + timeoutMs;
  const runId = given ?? (await newestUnderWay(client, subject, { signal, deadlineMs: timeoutMs }));
  emit({ event: "following", runId });
  const cancelOn = { interrupt: false, timeout: false };
  return superviseRun(client, subject, runId, { timeoutMs: Math.max(0, deadline - now()), cancelOn }, ports);
}

async function newestUnderWay(
  client: Client,
  subject: RunSubject,
  call: { signal: AbortSignal; deadlineMs: number },
): Promise<string> {
  const history = await readHistory(client, subject.id, call);
  const [newest] = runsUnderWay(history);
  if (newest !== undefined) return String(newest.id);
  const [last] = history.toSorted((one, other) => other.id - one.id);
  const known = last === undefined ? "It has no runs yet." : `The last one was ${describeEntry(last)}.`;
  throw new Error(
    `No run of ${describeSubject(subject)} is under way. ${known} To start one: sourcepipeline run ${wordOf(subject)}`,
  );
}
