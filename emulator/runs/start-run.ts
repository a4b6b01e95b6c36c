import { nextId } from "../world/next-id.ts";
import type { Pipeline, Run } from "../world/world.ts";
import type { Service } from "../service.ts";
import { advanceRun } from "./advance-run.ts";

/** Who or what starts a run. */
export interface Cause {
  readonly requestType: Run["requestType"];
  readonly requestId: string;
  /** Ids of the pipelines whose runs led to it. */
  readonly chain: readonly number[];
}

/** A call of the API: somebody pressed the button. */
export const byRequest: Cause = { requestType: "console", requestId: "emulator", chain: [] };

/** Starts a run of a pipeline as it is now; gives its id. */
export function startRun(service: Service, pipeline: Pipeline, { requestType, requestId, chain }: Cause): number {
  const { world } = service;
  const id = nextId(world.counters, "run");
  world.runs.set(id, {
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
  if (pipeline.changed) world.pipelines.set(pipeline.id, { ...pipeline, changed: false });
  advanceRun(service, id, { type: "started" });
  return id;
}
