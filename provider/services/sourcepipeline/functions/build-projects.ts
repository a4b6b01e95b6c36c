import { withNameLike } from "../../../core/validation/find-by-name.ts";
import type { Ask } from "./lookup-account.ts";
import type { BuildProject, GetBuildProjectsArgs, GetBuildProjectArgs } from "./build-project-types.ts";

export const buildProjects: Ask<GetBuildProjectsArgs, BuildProject[]> = async ({ lists, read }, { search }) =>
  withNameLike((await read(lists.buildProjects)) as readonly BuildProject[], search);

export const buildProject: Ask<GetBuildProjectArgs, BuildProject> = async ({ lists, find }, { name }) =>
  (await find(lists.buildProjects, name, "SourceBuild project")) as BuildProject;
