import { buildProject, buildProjects } from "./build-projects.ts";
import {
  deployProject,
  deployProjects,
  deployScenario,
  deployScenarios,
  deployStage,
  deployStages,
} from "./find-deploy.ts";
import type { FunctionName } from "./function-arguments.ts";
import type { Ask } from "./lookup-account.ts";
import { pipeline, pipelines } from "./pipelines.ts";
import { branch, branches, repositories, repository } from "./repositories.ts";
import { run, runs } from "./runs.ts";
import { timeZones } from "./time-zones.ts";

/** A function, and one sentence about it. The arguments of a call are checked before it is asked. */
export interface CataloguedFunction {
  readonly ask: Ask<never, unknown>;
  readonly doc: string;
}

/** Every function, by its name. */
export const functions: Readonly<Record<FunctionName, CataloguedFunction>> = {
  getBranch: { ask: branch, doc: "One branch of a SourceCommit repository; fails with the nearest names." },
  getBranches: { ask: branches, doc: "The branches of a SourceCommit repository." },
  getBuildProject: { ask: buildProject, doc: "The SourceBuild project of a name; fails with the nearest names." },
  getBuildProjects: { ask: buildProjects, doc: "The SourceBuild projects of the account." },
  getDeployProject: { ask: deployProject, doc: "The SourceDeploy project of a name; fails with the nearest names." },
  getDeployProjects: { ask: deployProjects, doc: "The SourceDeploy projects of the account." },
  getDeployScenario: { ask: deployScenario, doc: "One scenario of a stage; fails with the nearest names." },
  getDeployScenarios: { ask: deployScenarios, doc: "The scenarios of a stage." },
  getDeployStage: { ask: deployStage, doc: "One stage of a SourceDeploy project; fails with the nearest names." },
  getDeployStages: { ask: deployStages, doc: "The stages of a SourceDeploy project." },
  getPipeline: { ask: pipeline, doc: "A pipeline by its name or its id; fails with the nearest names." },
  getPipelines: { ask: pipelines, doc: "The pipelines of the account." },
  getRepositories: { ask: repositories, doc: "The SourceCommit repositories of the account." },
  getRepository: { ask: repository, doc: "The SourceCommit repository of a name; fails with the nearest names." },
  getRun: { ask: run, doc: "One run of a pipeline, with its tasks." },
  getRuns: { ask: runs, doc: "The runs of a pipeline, in the service's order (newest first, as far as is known)." },
  getTimeZones: { ask: timeZones, doc: "The time zones that schedules can have, in the service's spelling." },
};
