import type { Settings } from "../../settings.ts";
import type { Repository } from "../../state/state.ts";
import { seedCreated } from "../created.ts";
import { branchNames } from "../find-target.ts";
import { orUnset } from "../unset.ts";

/** A repository in full (reference section 2.3); clients of the vendor insist on `created`, `git` and `linked`. */
export const repositoryResponse = (
  { id, name, description, created = seedCreated, linked }: Repository,
  settings: Settings,
) => ({
  id,
  name,
  ...orUnset("description", description, "", settings),
  created,
  git: {
    https: `https://devtools.ncloud.com/1/${name}.git`,
    ssh: `ssh://devtools.ncloud.com/1/${name}.git`,
    // The host of private addresses is not documented.
    httpsPrivate: `https://private.invalid/1/${name}.git`,
  },
  linked: { FileSafer: linked?.FileSafer ?? false, ObjectStorage: linked?.ObjectStorage ?? false },
});

/** The branches of a repository, as plain names, and which one is the default. */
export function branchesResponse(repository: Repository, settings: Settings) {
  const branch = branchNames(repository, settings);
  return { default: repository.defaultBranch ?? branch[0] ?? null, branch };
}

/** An entry of a list, with what the key may do. */
export const listedRepository = ({ id, name }: Repository) => ({
  id,
  name,
  permission: "Allow",
  actionName: "View/getRepositoryDetail",
});
