import type { Output } from "@pulumi/pulumi";
import type { Inputs } from "../inputs.ts";
import type * as types from "../../provider/services/sourcepipeline/functions/deploy-types.ts";
import {
  deployProject,
  deployProjects,
  deployScenario,
  deployScenarios,
  deployStage,
  deployStages,
} from "../../provider/services/sourcepipeline/functions/find-deploy.ts";
import type { LookupOptions, LookupOutputOptions } from "./lookup-options.ts";
import { lookUp, lookUpOutput } from "./lookup.ts";

/**
 * The SourceDeploy projects of the account.
 *
 * @example const all = await ncloud.getDeployProjects();
 */
export const getDeployProjects = (
  args: types.GetDeployProjectsArgs = {},
  options?: LookupOptions,
): Promise<types.DeployProject[]> => lookUp("getDeployProjects", deployProjects, args, options);

/** {@link getDeployProjects} for outputs. */
export const getDeployProjectsOutput = (
  args: Inputs<types.GetDeployProjectsArgs> = {},
  options?: LookupOutputOptions,
): Output<types.DeployProject[]> => lookUpOutput("getDeployProjects", deployProjects, args, options);

/**
 * The SourceDeploy project of a name; fails with the nearest names.
 *
 * @example const project = await ncloud.getDeployProject({ name: "shop" });
 */
export const getDeployProject = (
  args: types.GetDeployProjectArgs,
  options?: LookupOptions,
): Promise<types.DeployProject> => lookUp("getDeployProject", deployProject, args, options);

/** {@link getDeployProject} for outputs. */
export const getDeployProjectOutput = (
  args: Inputs<types.GetDeployProjectArgs>,
  options?: LookupOutputOptions,
): Output<types.DeployProject> => lookUpOutput("getDeployProject", deployProject, args, options);

/**
 * The stages of a SourceDeploy project.
 *
 * @example const stages = await ncloud.getDeployStages({ project: "shop" });
 */
export const getDeployStages = (
  args: types.GetDeployStagesArgs,
  options?: LookupOptions,
): Promise<types.DeployStage[]> => lookUp("getDeployStages", deployStages, args, options);

/** {@link getDeployStages} for outputs. */
export const getDeployStagesOutput = (
  args: Inputs<types.GetDeployStagesArgs>,
  options?: LookupOutputOptions,
): Output<types.DeployStage[]> => lookUpOutput("getDeployStages", deployStages, args, options);

/**
 * The stage of a name; fails with the nearest names.
 *
 * @example const stage = await ncloud.getDeployStage({ project: "shop", name: "prod" });
 */
export const getDeployStage = (args: types.GetDeployStageArgs, options?: LookupOptions): Promise<types.DeployStage> =>
  lookUp("getDeployStage", deployStage, args, options);

/** {@link getDeployStage} for outputs. */
export const getDeployStageOutput = (
  args: Inputs<types.GetDeployStageArgs>,
  options?: LookupOutputOptions,
): Output<types.DeployStage> => lookUpOutput("getDeployStage", deployStage, args, options);

/**
 * The scenarios of a stage.
 *
 * @example const scenarios = await ncloud.getDeployScenarios({ project: "shop", stage: "prod" });
 */
export const getDeployScenarios = (
  args: types.GetDeployScenariosArgs,
  options?: LookupOptions,
): Promise<types.DeployScenario[]> => lookUp("getDeployScenarios", deployScenarios, args, options);

/** {@link getDeployScenarios} for outputs. */
export const getDeployScenariosOutput = (
  args: Inputs<types.GetDeployScenariosArgs>,
  options?: LookupOutputOptions,
): Output<types.DeployScenario[]> => lookUpOutput("getDeployScenarios", deployScenarios, args, options);

/**
 * The scenario of a name, with the ids a deploy task needs; fails with the nearest names.
 *
 * @example const rolling = await ncloud.getDeployScenario({ project: "shop", stage: "prod", name: "rolling" });
 */
export const getDeployScenario = (
  args: types.GetDeployScenarioArgs,
  options?: LookupOptions,
): Promise<types.DeployScenario> => lookUp("getDeployScenario", deployScenario, args, options);

/** {@link getDeployScenario} for outputs. */
export const getDeployScenarioOutput = (
  args: Inputs<types.GetDeployScenarioArgs>,
  options?: LookupOutputOptions,
): Output<types.DeployScenario> => lookUpOutput("getDeployScenario", deployScenario, args, options);
