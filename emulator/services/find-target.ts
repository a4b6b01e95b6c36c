import { ServiceFailure } from "../failure.ts";
import type { Service } from "../service.ts";
import type { Settings } from "../settings.ts";
import type { DeployProject, Repository, Scenario, Stage, Task } from "../state/state.ts";

/*
 * What pipelines and requests refer to in the related services, found by what they call it.
 */

export function findRepository({ state }: Service, name: string): Repository {
  const repository = state.repositories.named(name);
  if (repository) return repository;
  throw new ServiceFailure("repositoryMissing", `There is no repository ${name}.`);
}

/** The branches that a list shows; before the first push that is not certain (reference section 8, row 23). */
export const branchNames = ({ branches }: Repository, { emptyRepository }: Settings): readonly string[] =>
  branches.length === 0 && emptyRepository === "master" ? ["master"] : branches;

export function findDeployProject({ state }: Service, projectId: number): DeployProject {
  const project = state.deployProjects.get(projectId);
  if (project) return project;
  throw new ServiceFailure("deployMissing", `There is no deploy project ${projectId}.`);
}

export function findStage(service: Service, projectId: number, stageId: number): Stage {
  const project = findDeployProject(service, projectId);
  const stage = project.stages.find(({ id }) => id === stageId);
  if (stage) return stage;
  throw new ServiceFailure("deployMissing", `The deploy project ${project.name} has no stage ${stageId}.`);
}

/** The scenario that a task names, if project and stage have it. */
export const findScenario = (
  project: DeployProject | undefined,
  task: Pick<Task, "stageId" | "scenarioId">,
): Scenario | undefined =>
  project?.stages.find(({ id }) => id === task.stageId)?.scenarios.find(({ id }) => id === task.scenarioId);
