import type { Service } from "../service.ts";
import { nextId, type Pipeline, type Run } from "../state/state.ts";
import { advanceRun } from "./advance-run.ts";
import { hideRun } from "./visible-runs.ts";

/** Who or what starts a run. */
export interface Cause {
  readonly requestType: Run["requestType"];
  readonly requestId: string;
  /** Ids of the pipelines whose runs led to it. */
  readonly chain: readonly number[];
}

/** A call of the API with the emulator's own key. */
export const byRequest: Cause = { requestType: "console", requestId: "emulator", chain: [] };

/** Starts a run of a pipeline as it is now; gives its id. */
export function startRun(service: Service, pipeline: Pipeline, { requestType, requestId, chain }: Cause): number {
  const { state } = service;
  const id = nextId(state.counters, "run");
  state.runs.set(id, {
    id,
    projectId: pipeline.id,
    requestType,
    requestId,
    begin: service.clock.now(),
    end: null,
    status: "inProgress",
    tasks: pipeline.tasks.map((task) => ({ ...task, status: "waiting", resultId: "" })),
    chain: [...chain, pipeline.id],
  });
  hideRun(service, id);
  if (pipeline.changed) state.pipelines.set(pipeline.id, { ...pipeline, changed: false });
  advanceRun(service, id, { type: "started" });
  return id;
}

/**
 * Starts the pipelines that wait for this one, after a run that ended in success. A pipeline that is already in the
 * chain of runs is not started again: the loop is stopped and logged.
 */
export function runsAfter(service: Service, { projectId, chain, status }: Run): void {
  if (status !== "success") return;
  for (const pipeline of service.state.pipelines.startedBy(projectId)) {
    if (chain.includes(pipeline.id)) {
      const loop = [...chain, pipeline.id].map((id) => service.state.pipelines.get(id)?.name ?? String(id));
      service.log.warn({ pipelines: loop }, "pipelines trigger each other in a loop; the run was not started again");
      continue;
    }
    startRun(service, pipeline, { requestType: "trigger", requestId: "sourcepipeline", chain });
  }
}
