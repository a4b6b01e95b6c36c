import { withNameLike } from "../../../core/validation/find-by-name.ts";
import type { Ask } from "./lookup-account.ts";
import type {
  Repository,
  Branch,
  GetRepositoriesArgs,
  GetRepositoryArgs,
  GetBranchesArgs,
  GetBranchArgs,
} from "./repository-types.ts";

export const repositories: Ask<GetRepositoriesArgs, Repository[]> = async ({ lists, read }, { search }) =>
  withNameLike(await read(lists.repositories), search);

export const repository: Ask<GetRepositoryArgs, Repository> = ({ lists, find }, { name }) =>
  find(lists.repositories, name, "SourceCommit repository");

// Through the list of repositories, so that a mistyped repository is answered with the nearest names.
export const branches: Ask<GetBranchesArgs, Branch[]> = async ({ lists, find, read }, args) => {
  const { name } = await find(lists.repositories, args.repository, "SourceCommit repository");
  return (await read(lists.branches(name))).map((branch) => ({ repository: name, name: branch.name }));
};

export const branch: Ask<GetBranchArgs, Branch> = async ({ lists, find }, args) => {
  const { name: repository } = await find(lists.repositories, args.repository, "SourceCommit repository");
  const within = `repository "${repository}"`;
  const ifEmpty = "Nothing was pushed there yet: push the branch first.";
  const { name } = await find(lists.branches(repository), args.name, "branch", within, ifEmpty);
  return { repository, name };
};
