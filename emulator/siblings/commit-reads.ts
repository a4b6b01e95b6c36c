import { branchNames } from "../answers/branch-names.ts";
import { ServiceFailure } from "../failure.ts";
import type { Service } from "../service.ts";
import type { Repository } from "../world/world.ts";
import { selectPage } from "./select-page.ts";
import type { SiblingInput } from "./sibling-route.ts";

/* Reads of SourceCommit: reference section 6.1. */

export function listRepositories({ world, settings }: Service, { query }: SiblingInput) {
  const { total, items } = selectPage(settings, world.repositories, query, "repositoryName");
  const permission = { permission: "Allow", actionName: "View/getRepositoryDetail" };
  return { total, repository: items.map(({ id, name }) => ({ id, name, ...permission })) };
}

export function getRepositoryDetail(service: Service, { parameters }: SiblingInput) {
  const { id, name } = findRepository(service, parameters["name"]);
  const git = {
    https: `https://devtools.ncloud.com/emulator/${name}.git`,
    ssh: `ssh://devtools.ncloud.com/emulator/${name}.git`,
  };
  return { id, name, description: "", git, linked: { FileSafer: false } };
}

/** Plain names here, unlike SourcePipeline's own list. */
export function getBranchNames(service: Service, { parameters }: SiblingInput) {
  const branches = branchNames(findRepository(service, parameters["name"]), service.settings);
  return { default: branches[0] ?? null, branch: branches };
}

function findRepository({ world }: Service, wanted = ""): Repository {
  const repository = world.references.repositories.get(wanted);
  if (repository) return repository;
  throw new ServiceFailure("repositoryMissing", `There is no repository ${wanted}.`);
}
