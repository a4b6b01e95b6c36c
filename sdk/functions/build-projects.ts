import type { Output } from "@pulumi/pulumi";
import { withNameLike } from "../../provider/core/validation/find-by-name.ts";
import type { Inputs } from "../inputs.ts";
import type { Ask } from "./lookup.ts";
import type { LookupOptions, LookupOutputOptions } from "./lookup-options.ts";
import { lookUp, lookUpOutput } from "./lookup.ts";

/** A SourceBuild project. */
export interface BuildProject {
  /** The service's id, which tasks take as `projectId`. */
  id: number;
  /** Name, as the console shows it. */
  name: string;
  /** What it builds. */
  source?: BuildSource;
}

/** What a SourceBuild project builds. */
export interface BuildSource {
  /** `SourceCommit`, `GitHub`, `BitBucket`. */
  type?: string;
  /** Name of the repository. */
  repository?: string;
  /** Branch that is built unless a task names another. */
  branch?: string;
}

/** Which build projects. */
export interface GetBuildProjectsArgs {
  /** Part of the name, whatever the case; all without it. */
  search?: string | undefined;
}

/** Which build project. */
export interface GetBuildProjectArgs {
  /** Name of the project, exactly. */
  name: string;
}

const buildProjects: Ask<GetBuildProjectsArgs, BuildProject[]> = async ({ lists, read }, { search }) =>
  withNameLike((await read(lists.buildProjects)) as readonly BuildProject[], search);

const buildProject: Ask<GetBuildProjectArgs, BuildProject> = async ({ lists, find }, { name }) =>
  (await find(lists.buildProjects, name, "SourceBuild project")) as BuildProject;

/**
 * The SourceBuild projects of the account.
 *
 * @example const all = await ncloud.getBuildProjects({ search: "shop" });
 */
export const getBuildProjects = (args: GetBuildProjectsArgs = {}, options?: LookupOptions): Promise<BuildProject[]> =>
  lookUp("getBuildProjects", buildProjects, args, options);

/** {@link getBuildProjects} for outputs. */
export const getBuildProjectsOutput = (
  args: Inputs<GetBuildProjectsArgs> = {},
  options?: LookupOutputOptions,
): Output<BuildProject[]> => lookUpOutput("getBuildProjects", buildProjects, args, options);

/**
 * The SourceBuild project of a name; fails with the nearest names.
 *
 * @example const build = await ncloud.getBuildProject({ name: "shop-api" });
 */
export const getBuildProject = (args: GetBuildProjectArgs, options?: LookupOptions): Promise<BuildProject> =>
  lookUp("getBuildProject", buildProject, args, options);

/** {@link getBuildProject} for outputs. */
export const getBuildProjectOutput = (
  args: Inputs<GetBuildProjectArgs>,
  options?: LookupOutputOptions,
): Output<BuildProject> => lookUpOutput("getBuildProject", buildProject, args, options);
