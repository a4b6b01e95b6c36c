import { findByName, LookupError, withNameLike } from "../../provider/model/find-by-name.ts";
import type * as types from "./deploy-types.ts";
import type { Ask } from "./lookup.ts";

/* How SourceDeploy's projects, stages and scenarios are found; each level is found inside the one above. */

export const deployProjects: Ask<types.GetDeployProjectsArgs, types.DeployProject[]> = async ({ lists }, { search }) =>
  withNameLike(await lists.deployProjects(), search);

export const deployProject: Ask<types.GetDeployProjectArgs, types.DeployProject> = async ({ lists }, { name }) =>
  findByName(await lists.deployProjects(), name, "SourceDeploy project");

export const deployStages: Ask<types.GetDeployStagesArgs, types.DeployStage[]> = async (connection, args) => {
  const projectId = await projectIdOf(connection, args);
  const stages = withNameLike(await connection.lists.deployStages(projectId), args.search);
  return stages.map(({ id, name }) => ({ id, name, projectId }));
};

export const deployStage: Ask<types.GetDeployStageArgs, types.DeployStage> = async (
  connection,
  { name, ...within },
) => {
  const stages = await deployStages(connection, within);
  return findByName(stages, name, "stage", label("SourceDeploy project", within.project, within.projectId));
};

export const deployScenarios: Ask<types.GetDeployScenariosArgs, types.DeployScenario[]> = async (connection, args) => {
  const { search, stage, stageId: givenId, ...within } = args;
  const projectId = await projectIdOf(connection, within);
  const stageId =
    idOf("stageId", givenId) ?? (await deployStage(connection, { ...within, name: named("stage", stage) })).id;
  const scenarios = withNameLike(await connection.lists.deployScenarios(projectId, stageId), search);
  return scenarios.map(({ id, name, source }) => {
    const scenario = { id, name, projectId, stageId };
    return source === undefined ? scenario : { ...scenario, source: source as types.DeploySource };
  });
};

export const deployScenario: Ask<types.GetDeployScenarioArgs, types.DeployScenario> = async (
  connection,
  { name, ...within },
) => {
  const scenarios = await deployScenarios(connection, within);
  return findByName(scenarios, name, "scenario", label("stage", within.stage, within.stageId));
};

const projectIdOf: Ask<types.InDeployProject, number> = async (connection, { project, projectId }) =>
  idOf("projectId", projectId) ?? (await deployProject(connection, { name: named("project", project) })).id;

function idOf(key: string, id: number | string | undefined): number | undefined {
  if (id === undefined || /^\d+$/.test(String(id))) return id === undefined ? undefined : Number(id);
  throw new LookupError(`${key}: "${String(id)}" is not an id. Give a number, or the name as "${key.slice(0, -2)}".`);
}

function named(key: string, name: string | undefined): string {
  if (name !== undefined) return name;
  throw new LookupError(`Neither "${key}" nor "${key}Id" is given. Give one of them.`);
}

const label = (kind: string, name: string | undefined, id: number | string | undefined): string =>
  name === undefined ? `${kind} ${String(id)}` : `${kind} "${name}"`;
