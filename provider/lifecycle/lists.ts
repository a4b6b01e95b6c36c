import type { Client } from "../client/index.ts";
import { memo } from "./memo.ts";
import { createPipelineNames, type PipelineNames } from "./pipeline-names.ts";

/** Everything that is looked up by name: each list is asked for once per process. */
export interface Lists {
  pipelines: PipelineNames;
  readonly timeZones: () => Promise<readonly string[]>;
  repositories(): Promise<Answer<"getRepositories">["repositoryList"]>;
  branches(repository: string): Promise<Answer<"getBranches">["branchList"]>;
  buildProjects(): Promise<Answer<"getBuildProjects">["projectList"]>;
  deployProjects(): Promise<Answer<"getDeployProjects">["projectList"]>;
  deployStages(projectId: number): Promise<Answer<"getDeployStages">["stageList"]>;
  deployScenarios(projectId: number, stageId: number): Promise<Answer<"getDeployScenarios">["scenarioList"]>;
}

type Answer<Name extends keyof Client> = Awaited<ReturnType<Client[Name]>>;

export function createLists(client: Client): Lists {
  return {
    pipelines: createPipelineNames(client),
    timeZones: memo(async () => (await client.getTimeZones({})).timeZone),
    repositories: memo(async () => (await client.getRepositories({})).repositoryList),
    branches: memo(async (repositoryName: string) => (await client.getBranches({ repositoryName })).branchList),
    buildProjects: memo(async () => (await client.getBuildProjects({})).projectList),
    deployProjects: memo(async () => (await client.getDeployProjects({})).projectList),
    deployStages: memo(async (projectId: number) => (await client.getDeployStages({ projectId })).stageList),
    deployScenarios: memo(
      async (projectId: number, stageId: number) =>
        (await client.getDeployScenarios({ projectId, stageId })).scenarioList,
    ),
  };
}
