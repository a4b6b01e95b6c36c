import type { Service } from "../service.ts";
import { nextId, type Pipeline, type Repository, type Run, type State } from "../state/state.ts";
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

/** A run that a push started. */
export interface StartedRun {
  /** Name of the pipeline. */
  pipeline: string;
  /** Id of the pipeline. */
  projectId: number;
  /** Id of the run. */
  historyId: number;
}

/**
 * A push to a branch of a repository: starts the pipelines that wait for it, and counts as a change for all that work
 * on the repository. A branch that is not there comes into being.
 */
export function push(service: Service, repository: Repository, branch: string): StartedRun[] {
  const { state } = service;
  if (!repository.branches.includes(branch)) {
    repository.branches.push(branch);
    state.note("repositories", repository.id);
  }
  service.changed();

  const pipelines = [...state.pipelines.values()];
  for (const pipeline of pipelines) {
    if (pipeline.changed || !worksOn(pipeline, repository.name, state)) continue;
    state.pipelines.set(pipeline.id, { ...pipeline, changed: true });
  }
  return pipelines
    .filter(({ trigger }) => trigger.repository.some((on) => on.name === repository.name && on.branch === branch))
    .map((pipeline) => ({
      pipeline: pipeline.name,
      projectId: pipeline.id,
      historyId: startRun(service, pipeline, { requestType: "trigger", requestId: "sourcecommit", chain: [] }),
    }));
}

const worksOn = ({ tasks, trigger }: Pipeline, repository: string, { references }: State): boolean =>
  trigger.repository.some(({ name }) => name === repository) ||
  tasks.some(
    ({ type, projectId }) =>
      type === "SourceBuild" && references.buildProjects.get(projectId)?.source.repository === repository,
  );
