import type { Program } from "../programs/program.ts";
import { isToRetry } from "../runs/find-lost-runs.ts";
import type { RunLedger } from "../runs/run-ledger.ts";
import { addressOf } from "../runs/run-spec.ts";
import type { StateRun } from "./read-state.ts";

/** What the states of a run so far said of its runs. */
export interface RunsSeen {
  /** Ids of the state that have been claimed, by resource. */
  readonly claimed: Set<string>;
  /** Resources in the last state. */
  present: ReadonlySet<string>;
  /** How often a resource has left the state. */
  readonly lives: Map<string, number>;
}

/** What is kept of runs from one command to the next. */
interface Kept {
  readonly program: Program;
  readonly ledger: RunLedger;
  readonly runsSeen: RunsSeen;
}

/** After each command: what its state calls its own. */
export function claimRuns({ ledger, runsSeen, program }: Kept, runs: readonly StateRun[]): void {
  ledger.look();
  const present = new Set(runs.map(({ resource }) => resource));
  for (const gone of runsSeen.present) {
    if (!present.has(gone)) runsSeen.lives.set(gone, (runsSeen.lives.get(gone) ?? 0) + 1);
  }
  runsSeen.present = present;
  for (const { resource, id, outs } of runs) {
    const key = `${resource} ${id}`;
    if (runsSeen.claimed.has(key) || id.endsWith(":none")) continue;
    runsSeen.claimed.add(key);
    const { triggers, isJoined = false } = outs as { triggers?: { edition?: number }; isJoined?: boolean };
    const { pipelineId, runId } = addressOf({ id });
    const edition = String(triggers?.edition);
    const change = `${resource}, edition ${edition} of ${String(pipelineId)}, ${String(runsSeen.lives.get(resource) ?? 0)}`;
    const isRetried = program.runs.get(resource)?.args.retryFailed === true;
    ledger.claim(runId, { resource, change, isJoined, isRetried });
  }
}

/** Whether another up would run something again. */
export const hasRetries = ({ program }: Pick<Kept, "program">, runs: readonly StateRun[]): boolean =>
  runs.some((held) => {
    const spec = program.runs.get(held.resource);
    return spec !== undefined && isToRetry(spec, held);
  });
