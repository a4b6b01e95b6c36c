import { ServiceFailure } from "../../failure.ts";
import type { Service } from "../../service.ts";
import type { Repository } from "../../state/state.ts";
import { branchNames, findRepository } from "../find-target.ts";
import { created, selectPage, type RelatedInput, type RelatedRoute } from "../related-route.ts";

const at = (path: string) => [`/sourcecommit/api/v1${path}`];

/** Reads of SourceCommit: section 2 of the reference of related services. */
export const sourceCommitRoutes: readonly RelatedRoute[] = [
  { operation: "sourcecommit.list", method: "GET", paths: at("/repository"), handle: listRepositories },
  { operation: "sourcecommit.get", method: "GET", paths: at("/repository/{name}"), handle: getRepository },
  {
    operation: "sourcecommit.getById",
    method: "GET",
    paths: at("/repository/id/{repositoryId}"),
    handle: getRepositoryById,
  },
  { operation: "sourcecommit.branches", method: "GET", paths: at("/repository/{name}/branch"), handle: listBranches },
];

function listRepositories(service: Service, { query }: RelatedInput) {
  const { total, items } = selectPage(service, service.state.repositories, query, "repositoryName");
  const permission = { permission: "Allow", actionName: "View/getRepositoryDetail" };
  return { total, repository: items.map(({ id, name }) => ({ id, name, ...permission })) };
}

function getRepository(service: Service, { parameters: { name = "" } }: RelatedInput) {
  return detailOf(findRepository(service, name));
}

function getRepositoryById({ state }: Service, { parameters: { repositoryId = "" } }: RelatedInput) {
  const repository = state.repositories.find(({ id }) => String(id) === repositoryId);
  if (repository) return detailOf(repository);
  throw new ServiceFailure("repositoryMissing", `There is no repository ${repositoryId}.`);
}

const detailOf = ({ id, name }: Repository) => ({
  id,
  name,
  description: "",
  created,
  git: {
    https: `https://devtools.ncloud.com/1/${name}.git`,
    ssh: `ssh://devtools.ncloud.com/1/${name}.git`,
    // The host of private addresses is not documented.
    httpsPrivate: `https://private.invalid/1/${name}.git`,
  },
  linked: { FileSafer: false, ObjectStorage: false },
});

/** Plain names here, unlike SourcePipeline's own list. */
function listBranches(service: Service, { parameters: { name = "" } }: RelatedInput) {
  const branches = branchNames(findRepository(service, name), service.settings);
  return { default: branches[0] ?? null, branch: branches };
}
