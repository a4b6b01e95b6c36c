import { ServiceFailure } from "../../failure.ts";
import type { Service } from "../../service.ts";
import { isHeld, isVisible, noteReleased } from "../../state/related-visibility.ts";
import type { Repository } from "../../state/state.ts";

/** Where names of repositories are unique. */
const scope = "repository";

/**
 * The repository of a name, which may be an id where the setting `repositoryByIdOrName` allows it.
 *
 * @throws ServiceFailure as the service answers for a repository that it does not show yet, too.
 */
export function readByName(service: Service, name: string): Repository {
  const { state, settings } = service;
  const byId =
    settings.repositoryByIdOrName === "both" && /^\d+$/.test(name) ? state.repositories.get(Number(name)) : undefined;
  const repository = state.repositories.named(name) ?? byId;
  if (repository && isVisible(service, "repository", repository.id, "detail")) return repository;
  throw new ServiceFailure("repositoryMissing", `There is no repository ${name}.`);
}

export function readById(service: Service, id: number): Repository {
  const repository = service.state.repositories.get(id);
  if (repository && isVisible(service, "repository", id, "detail")) return repository;
  throw new ServiceFailure("repositoryMissing", `There is no repository ${id}.`);
}

/** Whether a name can be given to a new repository. */
export function refuseTakenName(service: Service, name: string): void {
  const holder = service.state.repositories.named(name);
  if (holder === undefined && !isHeld(service, scope, name)) return;
  const why = holder === undefined ? "was deleted a moment ago" : `is the repository ${holder.id}`;
  throw new ServiceFailure("repositoryDuplicate", `The name ${name} is taken: it ${why}.`);
}

/** Removes a repository with everything in it; what names it keeps the name. */
export function removeRepository(service: Service, { id, name }: Repository): true {
  const users = service.settings.deleteInUse === "refused" ? usersOf(service, name) : [];
  if (users.length > 0) {
    throw new ServiceFailure("repositoryConflict", `The repository ${name} is named by ${users.join(", ")}.`);
  }
  service.state.repositories.delete(id);
  noteReleased(service, scope, name);
  service.changed();
  return true;
}

/** What names a repository, in words. */
function usersOf({ state }: Service, name: string): string[] {
  const projects = state.buildProjects.values().filter(({ source }) => source.repository === name);
  const pipelines = [...state.pipelines.values()].filter(({ trigger }) =>
    trigger.repository.some((on) => on.name === name),
  );
  return [
    ...projects.map((project) => `the build project ${project.name}`),
    ...pipelines.map((pipeline) => `the pipeline ${pipeline.name}`),
  ];
}
