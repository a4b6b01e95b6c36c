import { branchNames } from "../answers/branch-names.ts";
import { ServiceFailure } from "../failure.ts";
import type { Service } from "../service.ts";
import type { Repository } from "../world/world.ts";
import { created } from "./created.ts";
import { selectPage } from "./select-page.ts";
import type { SiblingInput } from "./sibling-route.ts";

/* Reads of SourceCommit: section 2 of the reference of related services. */

export function listRepositories({ world, settings }: Service, { query }: SiblingInput) {
  const { total, items } = selectPage(settings, world.repositories, query, "repositoryName");
  const permission = { permission: "Allow", actionName: "View/getRepositoryDetail" };
  return { total, repository: items.map(({ id, name }) => ({ id, name, ...permission })) };
}

export const getRepositoryDetail = (service: Service, { parameters }: SiblingInput) =>
  detailOf(findRepository(service, parameters["name"]));

export function getRepositoryById({ world }: Service, { parameters }: SiblingInput) {
  const repository = world.repositories.find(({ id }) => String(id) === parameters["repositoryId"]);
  if (repository) return detailOf(repository);
  throw new ServiceFailure("repositoryMissing", `There is no repository ${String(parameters["repositoryId"])}.`);
}

const detailOf = ({ id, name }: Repository) => ({
  id,
  name,
  description: "",
  created,
  git: {
    https: `https://devtools.ncloud.com/1/${name}.git`,
    ssh: `ssh://devtools.ncloud.com/1/${name}.git`,
    // The host of private addresses is not known.
    httpsPrivate: `https://private.invalid/1/${name}.git`,
  },
  linked: { FileSafer: false, ObjectStorage: false },
});

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
