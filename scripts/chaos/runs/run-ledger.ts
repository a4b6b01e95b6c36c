import type { RequestEntry, Service } from "../../../emulator/service.ts";
import type { Settings } from "../../../emulator/settings.ts";
import type { Run } from "../../../emulator/state/state.ts";

/** Who began a run of the service: a call of the provider's, or anybody else. */
type Starter = "program" | "somebody";

/** A run that a resource of the program called its own. */
interface Claim {
  readonly resource: string;
  /** The same for the same triggers of the same pipeline, until the resource is deleted. */
  readonly change: string;
  readonly isJoined: boolean;
  /** Whether the change may run again after a failure. */
  readonly isRetried: boolean;
}

/** Who starts runs by hand, as the history shows it. */
export const somebodysName = "somebody";

/** Keeps book of every run that begins, without the provider's own eyes. */
export interface RunLedger {
  /** Takes note of what has begun, and of the starts that were asked for. */
  readonly look: () => void;
  /** A resource says that a run is its own. */
  readonly claim: (runId: number, claim: Claim) => void;
  /** A message has named runs: whoever reads it knows of them. */
  readonly read: (message: string) => void;
  /** Somebody canceled a run. */
  readonly cancel: (runId: number) => void;
  /** A command was killed: a start may be noted that was never sent. */
  readonly killed: () => void;
  /** What is wrong; each finding is one sentence. */
  readonly violations: () => string[];
  /** How often things happened that look alike from outside. */
  readonly counts: () => Readonly<Record<string, number>>;
}

const severalBegan = /\d+ runs began since: ([^.]+(?:\.\d+Z\)[^.]*)*)\./g;

/** Whether a start had no effect, and its caller cannot know: it was lost before its work, or with a refusal. */
const isDoubtful = ({ status, fault = "" }: RequestEntry, { runWhileRunning }: Settings): boolean =>
  (fault.endsWith(" before") || (fault !== "" && runWhileRunning === "refused")) &&
  (status === null || status === 200 || status >= 500);

export function createRunLedger(service: Service): RunLedger {
  const starters = new Map<number, Starter>();
  const pipelines = new Map<number, number>();
  const claims = new Map<number, Claim[]>();
  const named = new Set<number>();
  const canceled = new Set<number>();
  /** Starts whose caller cannot know whether they had an effect, by pipeline. */
  const doubtful = new Map<number, number>();
  let kills = 0;
  let lastRun = 0;
  let lastRequest = 0;

  function look(): void {
    const { state, requests, settings } = service;
    for (const run of state.runs.values()) if (run.id > lastRun) begin(run);
    lastRun = Math.max(lastRun, ...starters.keys());
    for (const entry of requests) {
      const { id, operation, path } = entry;
      if (id <= lastRequest) continue;
      lastRequest = id;
      const pipelineId = Number(/project\/(\d+)\/do/.exec(path)?.[1]);
      if (operation === "startProject" && isDoubtful(entry, settings)) {
        doubtful.set(pipelineId, (doubtful.get(pipelineId) ?? 0) + 1);
      }
    }
  }

  function begin({ id, projectId, requestType, requestId }: Run): void {
    starters.set(id, requestType === "console" && requestId !== somebodysName ? "program" : "somebody");
    pipelines.set(id, projectId);
  }

  const own = (runId: number): Claim[] => (claims.get(runId) ?? []).filter(({ isJoined }) => !isJoined);
  const ofProgram = (): number[] => [...starters].filter(([, by]) => by === "program").map(([id]) => id);

  function* twice(): Generator<string> {
    const byChange = Map.groupBy(
      [...claims.keys()].flatMap((runId) => own(runId).map((claim) => ({ runId, ...claim }))),
      ({ change }) => change,
    );
    for (const [change, all] of byChange) {
      const ids = [...new Set(all.map(({ runId }) => runId))].sort((one, other) => one - other);
      // Each but the last had to fail before another one was wanted.
      const again = ids.slice(0, -1).filter((id) => !all.some(({ isRetried }) => isRetried) || !isRetriable(id));
      if (again.length > 0) yield `started twice for one change: ${change}, runs ${ids.join(", ")}.`;
    }
    for (const runId of claims.keys()) {
      const changes = new Set(own(runId).map(({ change }) => change));
      if (changes.size > 1) yield `taken by several: run ${String(runId)}, by ${[...changes].join(" and ")}.`;
    }
  }

  const isRetriable = (runId: number): boolean => {
    const status = service.state.runs.get(runId)?.status;
    return status === undefined || status === "failed" || status === "canceled";
  };

  function* unaccounted(): Generator<string> {
    for (const id of ofProgram()) {
      const isThere = service.state.pipelines.has(pipelines.get(id) ?? 0);
      if (isThere && own(id).length === 0 && !named.has(id))
        yield `nobody's: run ${String(id)}, started by the program.`;
    }
  }

  /** A start that was lost, and one of somebody else in that moment, cannot be told apart: but no more than those. */
  function* takenFromOthers(): Generator<string> {
    for (const [pipelineId, taken] of Map.groupBy(foreignTaken(), (id) => pipelines.get(id) ?? 0)) {
      if (taken.length <= (doubtful.get(pipelineId) ?? 0) + kills) continue;
      yield `somebody else's, and taken: runs ${taken.join(", ")}.`;
    }
  }

  const foreignTaken = (): number[] =>
    [...claims.keys()].filter((id) => starters.get(id) === "somebody" && own(id).length > 0);

  function* canceledByNobody(): Generator<string> {
    for (const [id, by] of starters) {
      const isCanceled = service.state.runs.get(id)?.status === "canceled";
      if (by === "somebody" && isCanceled && !canceled.has(id) && own(id).length === 0) {
        yield `canceled, and somebody else's: run ${String(id)}.`;
      }
    }
  }

  return {
    look,
    killed: () => void (kills += 1),
    claim: (runId, claim) => void claims.set(runId, [...(claims.get(runId) ?? []), claim]),
    read: (message) => {
      for (const [, list = ""] of message.matchAll(severalBegan)) {
        for (const [, id] of list.matchAll(/(\d+) \((?:running|success|failed|canceled)/g)) named.add(Number(id));
      }
    },
    cancel: (runId) => void canceled.add(runId),
    violations: () => {
      look();
      return [...twice(), ...unaccounted(), ...takenFromOthers(), ...canceledByNobody()];
    },
    counts: () => ({
      "run started by the program": ofProgram().length,
      "run started elsewhere": starters.size - ofProgram().length,
      "run canceled by hand": canceled.size,
      "run joined": [...claims.values()].flat().filter(({ isJoined }) => isJoined).length,
      "run of somebody taken for one's own": foreignTaken().length,
      "run named as a candidate": named.size,
    }),
  };
}
