import type { Service } from "../service.ts";
import type { Pipeline, Repository, State } from "../state/state.ts";
import { startRun } from "./start-run.ts";

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
    state.repositories.set({ ...repository, branches: [...repository.branches, branch] });
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

const worksOn = ({ tasks, trigger }: Pipeline, repository: string, { buildProjects }: State): boolean =>
  trigger.repository.some(({ name }) => name === repository) ||
  tasks.some(
    ({ type, projectId }) => type === "SourceBuild" && buildProjects.get(projectId)?.source.repository === repository,
  );
