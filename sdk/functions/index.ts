export * from "./build-projects.ts";
export * from "./deploy.ts";
export type {
  DeployProject,
  DeployScenario,
  DeploySource,
  DeployStage,
  GetDeployProjectArgs,
  GetDeployProjectsArgs,
  GetDeployScenarioArgs,
  GetDeployScenariosArgs,
  GetDeployStageArgs,
  GetDeployStagesArgs,
  InDeployProject,
  InDeployStage,
} from "../../provider/services/sourcepipeline/functions/deploy-types.ts";
export type { LookupOptions, LookupOutputOptions } from "./lookup-options.ts";
export type {
  GetBranchOutputArgs,
  GetBranchResult,
  GetBranchesOutputArgs,
  GetBranchesResult,
  GetBuildProjectOutputArgs,
  GetBuildProjectResult,
  GetBuildProjectsOutputArgs,
  GetBuildProjectsResult,
  GetDeployProjectOutputArgs,
  GetDeployProjectResult,
  GetDeployProjectsOutputArgs,
  GetDeployProjectsResult,
  GetDeployScenarioOutputArgs,
  GetDeployScenarioResult,
  GetDeployScenariosOutputArgs,
  GetDeployScenariosResult,
  GetDeployStageOutputArgs,
  GetDeployStageResult,
  GetDeployStagesOutputArgs,
  GetDeployStagesResult,
  GetPipelineOutputArgs,
  GetPipelineResult,
  GetPipelinesOutputArgs,
  GetPipelinesResult,
  GetRepositoriesOutputArgs,
  GetRepositoriesResult,
  GetRepositoryOutputArgs,
  GetRepositoryResult,
  GetRunOutputArgs,
  GetRunResult,
  GetRunsOutputArgs,
  GetRunsResult,
  GetTimeZonesResult,
} from "./named-types.ts";
export * from "./pipelines.ts";
export * from "./repositories.ts";
export * from "./runs.ts";
export * from "./time-zones.ts";
