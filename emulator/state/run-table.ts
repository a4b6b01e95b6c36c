import type { Run, RunTable } from "./state.ts";

/** How many runs of each pipeline are kept unless an option says otherwise. */
export const defaultKeptRuns = 500;

/**
 * Runs, found by id and by pipeline.
 *
 * @param keep how many runs of each pipeline are kept. One that goes on is always kept.
 * @param changed gets the id of each run that is set or dropped.
 */
export function createRunTable(
  runs: readonly Run[],
  keep: number,
  changed: (id: number) => void = () => undefined,
): RunTable {
  const byId = new Map<number, Run>();
  const byPipeline = new Map<number, Map<number, Run>>();
  const runningIds = new Set<number>();

  function put(run: Run): void {
    byId.set(run.id, run);
    if (run.end === null) runningIds.add(run.id);
    else runningIds.delete(run.id);
    const own = byPipeline.get(run.projectId) ?? new Map<number, Run>();
    byPipeline.set(run.projectId, own.set(run.id, run));
    let surplus = own.size - keep;
    for (const old of own.values()) {
      if (surplus <= 0) return;
      surplus -= 1;
      if (old.end !== null) drop(old);
    }
  }

  function drop({ id, projectId }: Run): void {
    byId.delete(id);
    runningIds.delete(id);
    byPipeline.get(projectId)?.delete(id);
    changed(id);
  }

  for (const run of runs) put(run);
  return {
    get size() {
      return byId.size;
    },
    get: (id) => byId.get(id),
    has: (id) => byId.has(id),
    values: () => byId.values(),
    of: (pipelineId) => [...(byPipeline.get(pipelineId)?.values() ?? [])],
    running: () => [...runningIds].flatMap((id) => byId.get(id) ?? []),
    set: (id, run) => {
      put(run);
      changed(id);
    },
    deleteOf: (pipelineId) => {
      for (const run of byPipeline.get(pipelineId)?.values() ?? []) drop(run);
      byPipeline.delete(pipelineId);
    },
  };
}
