import { ServiceFailure } from "../../failure.ts";
import type { Service } from "../../service.ts";
import type { RelatedKind } from "../../state/recent-items.ts";
import { isVisible } from "../../state/related-visibility.ts";
import type { DeployProject, Scenario, Stage } from "../../state/state.ts";

/** A path as far as the project, with what it leads to. */
interface ProjectPath {
  readonly projectId: number;
}
type StagePath = ProjectPath & { readonly stageId: number };
type ScenarioPath = StagePath & { readonly scenarioId: number };

/** What a path leads to; it must all belong together. */
export function projectAt({ state }: Service, { projectId }: ProjectPath): DeployProject {
  return state.deployProjects.get(projectId) ?? refuse(`There is no deploy project ${projectId}.`);
}

export function stageAt(service: Service, path: StagePath): { project: DeployProject; stage: Stage } {
  const project = projectAt(service, path);
  const stage = project.stages.find(({ id }) => id === path.stageId);
  return {
    project,
    stage: stage ?? refuse(`The deploy project ${project.name} has no stage ${path.stageId}: not found.`),
  };
}

export function scenarioAt(
  service: Service,
  path: ScenarioPath,
): { project: DeployProject; stage: Stage; scenario: Scenario } {
  const { project, stage } = stageAt(service, path);
  const scenario = stage.scenarios.find(({ id }) => id === path.scenarioId);
  return {
    project,
    stage,
    scenario: scenario ?? refuse(`The stage ${stage.name} has no scenario ${path.scenarioId}: not found.`),
  };
}

/** Refuses a read of what reads do not show yet. */
export function refuseHidden(service: Service, kind: RelatedKind, { id }: { readonly id: number }): void {
  if (!isVisible(service, kind, id, "detail")) refuse(`There is no ${kind} ${id} yet.`);
}

function refuse(details: string): never {
  throw new ServiceFailure("deployMissing", details);
}
