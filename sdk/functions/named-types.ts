import type { Run } from "../../provider/services/sourcepipeline/pipeline-run/run.ts";
import type { Inputs } from "../inputs.ts";
import type {
  BuildProject,
  GetBuildProjectArgs,
  GetBuildProjectsArgs,
} from "../../provider/services/sourcepipeline/functions/build-project-types.ts";
import type {
  DeployProject,
  DeployScenario,
  DeployStage,
  GetDeployProjectArgs,
  GetDeployProjectsArgs,
  GetDeployScenarioArgs,
  GetDeployScenariosArgs,
  GetDeployStageArgs,
  GetDeployStagesArgs,
} from "../../provider/services/sourcepipeline/functions/deploy-types.ts";
import type {
  GetPipelineArgs,
  GetPipelinesArgs,
  PipelineDetails,
  PipelineSummary,
} from "../../provider/services/sourcepipeline/functions/pipeline-types.ts";
import type {
  Branch,
  GetBranchArgs,
  GetBranchesArgs,
  GetRepositoriesArgs,
  GetRepositoryArgs,
  Repository,
} from "../../provider/services/sourcepipeline/functions/repository-types.ts";
import type {
  GetRunArgs,
  GetRunsArgs,
  RunDetails,
} from "../../provider/services/sourcepipeline/functions/run-types.ts";

/*
 * What functions take as outputs and what they return, under the names that generated Pulumi packages have for it, so that
 * helpers can name it.
 */

/** What `getBranch` returns. */
export type GetBranchResult = Branch;
/** What `getBranchOutput` takes. */
export type GetBranchOutputArgs = Inputs<GetBranchArgs>;

/** What `getBranches` returns. */
export type GetBranchesResult = Branch[];
/** What `getBranchesOutput` takes. */
export type GetBranchesOutputArgs = Inputs<GetBranchesArgs>;

/** What `getBuildProject` returns. */
export type GetBuildProjectResult = BuildProject;
/** What `getBuildProjectOutput` takes. */
export type GetBuildProjectOutputArgs = Inputs<GetBuildProjectArgs>;

/** What `getBuildProjects` returns. */
export type GetBuildProjectsResult = BuildProject[];
/** What `getBuildProjectsOutput` takes. */
export type GetBuildProjectsOutputArgs = Inputs<GetBuildProjectsArgs>;

/** What `getDeployProject` returns. */
export type GetDeployProjectResult = DeployProject;
/** What `getDeployProjectOutput` takes. */
export type GetDeployProjectOutputArgs = Inputs<GetDeployProjectArgs>;

/** What `getDeployProjects` returns. */
export type GetDeployProjectsResult = DeployProject[];
/** What `getDeployProjectsOutput` takes. */
export type GetDeployProjectsOutputArgs = Inputs<GetDeployProjectsArgs>;

/** What `getDeployScenario` returns. */
export type GetDeployScenarioResult = DeployScenario;
/** What `getDeployScenarioOutput` takes. */
export type GetDeployScenarioOutputArgs = Inputs<GetDeployScenarioArgs>;

/** What `getDeployScenarios` returns. */
export type GetDeployScenariosResult = DeployScenario[];
/** What `getDeployScenariosOutput` takes. */
export type GetDeployScenariosOutputArgs = Inputs<GetDeployScenariosArgs>;

/** What `getDeployStage` returns. */
export type GetDeployStageResult = DeployStage;
/** What `getDeployStageOutput` takes. */
export type GetDeployStageOutputArgs = Inputs<GetDeployStageArgs>;

/** What `getDeployStages` returns. */
export type GetDeployStagesResult = DeployStage[];
/** What `getDeployStagesOutput` takes. */
export type GetDeployStagesOutputArgs = Inputs<GetDeployStagesArgs>;

/** What `getPipeline` returns. */
export type GetPipelineResult = PipelineDetails;
/** What `getPipelineOutput` takes. */
export type GetPipelineOutputArgs = Inputs<GetPipelineArgs>;

/** What `getPipelines` returns. */
export type GetPipelinesResult = PipelineSummary[];
/** What `getPipelinesOutput` takes. */
export type GetPipelinesOutputArgs = Inputs<GetPipelinesArgs>;

/** What `getRepositories` returns. */
export type GetRepositoriesResult = Repository[];
/** What `getRepositoriesOutput` takes. */
export type GetRepositoriesOutputArgs = Inputs<GetRepositoriesArgs>;

/** What `getRepository` returns. */
export type GetRepositoryResult = Repository;
/** What `getRepositoryOutput` takes. */
export type GetRepositoryOutputArgs = Inputs<GetRepositoryArgs>;

/** What `getRun` returns. */
export type GetRunResult = RunDetails;
/** What `getRunOutput` takes. */
export type GetRunOutputArgs = Inputs<GetRunArgs>;

/** What `getRuns` returns. */
export type GetRunsResult = Run[];
/** What `getRunsOutput` takes. */
export type GetRunsOutputArgs = Inputs<GetRunsArgs>;

/** What `getTimeZones` returns. */
export type GetTimeZonesResult = string[];
