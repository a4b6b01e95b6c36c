import { withNameLike } from "../../../core/validation/find-by-name.ts";
import type * as types from "./deploy-types.ts";
import type { Ask } from "./lookup-account.ts";

/* How SourceDeploy's projects, stages and scenarios are found; each level is found inside the one above. */

export const deployProjects: Ask<types.GetDeployProjectsArgs, types.DeployProject[]> = async (
  { lists, read },
  { search },
) => withNameLike(await read(lists.deployProjects), search);

export const deployProject: Ask<types.GetDeployProjectArgs, types.DeployProject> = ({ lists, find }, { name }) =>
  find(lists.deployProjects, name, "SourceDeploy project");

export const deployStages: Ask<types.GetDeployStagesArgs, types.DeployStage[]> = async (account, args) => {
  const projectId = await projectIdOf(account, args);
  const stages = withNameLike(await account.read(account.lists.deployStages(projectId)), args.search);
  return stages.map(({ id, name }) => ({ id, name, projectId }));
};

export const deployStage: Ask<types.GetDeployStageArgs, types.DeployStage> = async (account, { name, ...within }) => {
  const projectId = await projectIdOf(account, within);
  const of = label("SourceDeploy project", within.project, within.projectId);
  const stage = await account.find(account.lists.deployStages(projectId), name, "stage", of);
  return { id: stage.id, name: stage.name, projectId };
};

export const deployScenarios: Ask<types.GetDeployScenariosArgs, types.DeployScenario[]> = async (
  account,
  { search, ...within },
) => {
  const ids = await stageOf(account, within);
  const scenarios = await account.read(account.lists.deployScenarios(ids.projectId, ids.stageId));
  return withNameLike(scenarios, search).map((scenario) => scenarioIn(ids, scenario));
};

export const deployScenario: Ask<types.GetDeployScenarioArgs, types.DeployScenario> = async (
  account,
  { name, ...within },
) => {
  const ids = await stageOf(account, within);
  const list = account.lists.deployScenarios(ids.projectId, ids.stageId);
  return scenarioIn(ids, await account.find(list, name, "scenario", label("stage", within.stage, within.stageId)));
};

/** A stage, by the ids of its project and its own. */
interface StageIds {
  projectId: number;
  stageId: number;
}

function scenarioIn(
  ids: StageIds,
  { id, name, source }: { id: number; name: string; source?: unknown },
): types.DeployScenario {
  return { id, name, ...ids, ...(source === undefined ? {} : { source: source as types.DeploySource }) };
}

// One of the two is given: that was checked.
const stageOf: Ask<types.InDeployStage, StageIds> = async (account, { stage = "", stageId, ...within }) => {
  const projectId = await projectIdOf(account, within);
  const id =
    (stageId ?? undefined) === undefined
      ? (await deployStage(account, { ...within, name: stage })).id
      : Number(stageId);
  return { projectId, stageId: id };
};

const projectIdOf: Ask<types.InDeployProject, number> = async (account, { project = "", projectId }) =>
  (projectId ?? undefined) === undefined ? (await deployProject(account, { name: project })).id : Number(projectId);

const label = (kind: string, name: string | undefined, id: number | string | undefined): string =>
  name === undefined ? `${kind} ${String(id)}` : `${kind} "${name}"`;
