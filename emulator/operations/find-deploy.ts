import { ServiceFailure } from "../failure.ts";
import type { Service } from "../service.ts";
import type { DeployProject, Stage } from "../world/world.ts";

export function findDeployProject({ world }: Service, projectId: number): DeployProject {
  const project = world.references.deployProjects.get(projectId);
  if (project) return project;
  throw new ServiceFailure("deployMissing", `There is no deploy project ${projectId}.`);
}

export function findStage(service: Service, projectId: number, stageId: number): Stage {
  const project = findDeployProject(service, projectId);
  const stage = project.stages.find(({ id }) => id === stageId);
  if (stage) return stage;
  throw new ServiceFailure("deployMissing", `The deploy project ${project.name} has no stage ${stageId}.`);
}
