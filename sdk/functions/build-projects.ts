import type { Output } from "@pulumi/pulumi";
import type {
  BuildProject,
  GetBuildProjectsArgs,
  GetBuildProjectArgs,
} from "../../provider/services/sourcepipeline/functions/build-project-types.ts";
import { buildProjects, buildProject } from "../../provider/services/sourcepipeline/functions/build-projects.ts";
import type { Inputs } from "../inputs.ts";
import type { LookupOptions, LookupOutputOptions } from "./lookup-options.ts";
import { lookUp, lookUpOutput } from "./lookup.ts";

export type {
  BuildProject,
  BuildSource,
  GetBuildProjectsArgs,
  GetBuildProjectArgs,
} from "../../provider/services/sourcepipeline/functions/build-project-types.ts";

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
