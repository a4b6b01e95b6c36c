import { ServiceFailure } from "../../failure.ts";
import type { Service } from "../../service.ts";
import { noteReleased } from "../../state/related-visibility.ts";
import type { BuildProject, State } from "../../state/state.ts";

/** Where names of build projects are unique. */
export const nameScope = "buildProject";

/** One build project as it is, for what changes it. */
export function storedBuildProject({ state }: Service, id: number): BuildProject {
  const project = state.buildProjects.get(id);
  if (project) return project;
  throw new ServiceFailure("buildProjectMissing", `There is no build project ${id}.`);
}

/** Removes a build project and its builds; what names it keeps the id. */
export function removeBuildProject(service: Service, { id, name }: BuildProject): void {
  const users = service.settings.deleteInUse === "refused" ? usersOf(service.state, id) : [];
  if (users.length > 0) {
    throw new ServiceFailure("buildConflict", `The build project ${name} is named by ${users.join(", ")}.`);
  }
  for (const build of service.state.builds.of(id)) service.clock.cancel(`build ${build.id}`);
  service.state.builds.deleteOf(id);
  service.state.buildProjects.delete(id);
  noteReleased(service, nameScope, name);
  service.changed();
}

/** What names a build project, in words. */
function usersOf({ pipelines, deployProjects }: State, id: number): string[] {
  const named = [...pipelines.values()].filter(({ tasks }) =>
    tasks.some((task) => task.type === "SourceBuild" && task.projectId === id),
  );
  const scenarios = deployProjects
    .values()
    .flatMap(({ stages }) => stages.flatMap((stage) => stage.scenarios))
    .filter(({ config }) => config?.file?.SourceBuild?.id === id);
  return [
    ...named.map((pipeline) => `the pipeline ${pipeline.name}`),
    ...scenarios.map((scenario) => `the scenario ${scenario.name}`),
  ];
}
