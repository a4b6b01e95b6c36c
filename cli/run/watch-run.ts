import { commandLine } from "../../provider/core/command-line.ts";
import type { Client } from "../../provider/services/sourcepipeline/api/client.ts";
import { lookAtRun } from "../../provider/services/sourcepipeline/pipeline-run/follow-run.ts";
import type { HistoryEntry } from "../../provider/services/sourcepipeline/pipeline-run/run-outcome.ts";
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
 * @throws Error when no run is under way, or there is no such run; it names the last one
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
  const call = { signal, deadlineMs: timeoutMs };
  const runId = given ?? (await newestUnderWay(client, subject, call));
  if (given !== undefined) await ensureRun(client, subject, given, call);
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
  const known = describeLast(history);
  throw new Error(
    `No run of ${describeSubject(subject)} is under way. ${known} To start one: ${commandLine(`run ${wordOf(subject)}`)}`,
  );
}

/**
 * What was not started here is there at once, or not at all.
 *
 * @throws Error when the pipeline has no such run
 */
export async function ensureRun(
  client: Client,
  subject: RunSubject,
  runId: string,
  call: { signal?: AbortSignal; deadlineMs: number },
): Promise<void> {
  const isId = /^\d{1,15}$/.test(runId);
  if (isId && (await lookAtRun(client, { pipelineId: subject.id, runId }, call)) !== undefined) return;
  const last = describeLast(await readHistory(client, subject.id, call));
  throw new Error(`There is no run ${runId} of ${describeSubject(subject)}. ${last}`);
}

function describeLast(history: readonly HistoryEntry[]): string {
  const [last] = history.toSorted((one, other) => other.id - one.id);
  return last === undefined ? "It has no runs yet." : `The last one was ${describeEntry(last)}.`;
}
