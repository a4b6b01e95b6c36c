import type { OperationName } from "../../provider/services/sourcepipeline/api/index.ts";
import { cancelProject } from "./cancel-project.ts";
import { changeProject } from "./change-project.ts";
import { createProject } from "./create-project.ts";
import { deleteProject } from "./delete-project.ts";
import { getBranches } from "./get-branches.ts";
import { getBuildProjects } from "./get-build-projects.ts";
import { getDeployProjects } from "./get-deploy-projects.ts";
import { getDeployScenarios } from "./get-deploy-scenarios.ts";
import { getDeployStages } from "./get-deploy-stages.ts";
import { getProject } from "./get-project.ts";
import { getProjectHistories } from "./get-project-histories.ts";
import { getProjectHistory } from "./get-project-history.ts";
import { getProjects } from "./get-projects.ts";
import { getRepositories } from "./get-repositories.ts";
import { getTimeZones } from "./get-time-zones.ts";
import type { Handler } from "./handler.ts";
import { startProject } from "./start-project.ts";

/** The handler of each operation, in the order of the table of operations. */
export const handlers: { readonly [Name in OperationName]: Handler<Name> } = {
  createProject,
  getProjects,
  getProject,
  getProjectHistories,
  getProjectHistory,
  getTimeZones,
  changeProject,
  startProject,
  cancelProject,
  deleteProject,
  getRepositories,
  getBranches,
  getBuildProjects,
  getDeployProjects,
  getDeployStages,
  getDeployScenarios,
};
