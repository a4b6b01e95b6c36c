import type * as requests from "../../provider/services/sourcedeploy/api/requests.ts";
import type * as results from "../../provider/services/sourcedeploy/api/results.ts";
import type { Call } from "./operations.ts";
import type { PathId } from "./requests.ts";
import type { PageOfRelated } from "./source-commit.ts";

/** One deploy project. */
interface OfProject {
  /** Id of the deploy project. */
  readonly projectId: PathId;
}
/** One stage of a deploy project. */
type OfStage = OfProject & { readonly stageId: PathId };
/** One scenario of a stage. */
type OfScenario = OfStage & { readonly scenarioId: PathId };
/** One deployment of a deploy project. */
type OfDeployment = OfProject & { readonly historyId: PathId };

/** What reports that a change was made. */
interface Acknowledged {
  /** Always true: anything else is an error. */
  result: true;
}

/** The stages of a deploy project. */
interface Stages {
  /** Their deploy project. */
  project?: results.DeployIdentity | undefined;
  /** The entries. */
  stageList: results.DeployIdentity[];
}

/** The scenarios of a stage. */
interface Scenarios {
  /** Their deploy project. */
  project?: results.DeployIdentity | undefined;
  /** Their stage. */
  stage?: results.DeployIdentity | undefined;
  /** The entries. */
  scenarioList: results.DeployIdentity[];
}

/** An object of a bucket. */
interface StoredObject {
  /** Its path in the bucket. */
  key: string;
  /** In bytes. */
  size?: number | undefined;
}

/** The operations of SourceDeploy; its lists end after 100 entries. They reject with a `ServiceError` and nothing else. */
export interface SourceDeployClient {
  /** Lists deploy projects. */
  readonly getProjects: Call<PageOfRelated, { projectList: results.DeployIdentity[] }>;
  /** Creates a deploy project; never sent blindly again. */
  readonly createProject: Call<{ readonly body: requests.NewDeployProject }, results.DeployIdentity>;
  /** Deletes a deploy project. */
  readonly deleteProject: Call<OfProject, Acknowledged>;
  /** Lists the stages of a deploy project. */
  readonly getStages: Call<OfProject & PageOfRelated, Stages>;
  /** Creates a stage; never sent blindly again. */
  readonly createStage: Call<OfProject & { readonly body: requests.NewStage }, results.DeployIdentity>;
  /** Gets a stage. */
  readonly getStage: Call<OfStage, results.StageResult>;
  /** Edits a stage. */
  readonly changeStage: Call<OfStage & { readonly body: requests.StageChange }, results.DeployIdentity>;
  /** Deletes a stage. */
  readonly deleteStage: Call<OfStage, Acknowledged>;
  /** Lists the scenarios of a stage. */
  readonly getScenarios: Call<OfStage & PageOfRelated, Scenarios>;
  /** Creates a scenario; never sent blindly again. */
  readonly createScenario: Call<OfStage & { readonly body: requests.NewScenario }, results.DeployIdentity>;
  /** Gets a scenario. */
  readonly getScenario: Call<OfScenario, results.ScenarioResult>;
  /** Edits a scenario, all but its name. */
  readonly changeScenario: Call<OfScenario & { readonly body: requests.ScenarioChange }, results.DeployIdentity>;
  /** Deletes a scenario. */
  readonly deleteScenario: Call<OfScenario, Acknowledged>;
  /** Deploys by a scenario; never sent blindly again. */
  readonly deploy: Call<OfScenario, { historyId: number }>;
  /** Asks for the approval of a deployment, as a sub-account. */
  readonly deployRequest: Call<OfScenario, { historyId: number }>;
  /** Lists the deployments of a deploy project. */
  readonly getHistories: Call<
    OfProject & { readonly pageNo?: number; readonly pageSize?: number },
    { historyList: results.DeploymentResult[] }
  >;
  /** Gets a deployment. */
  readonly getHistory: Call<OfDeployment, results.DeploymentDetail>;
  /** Cancels a deployment. */
  readonly cancelDeploy: Call<OfDeployment, Acknowledged>;
  /** Approves a deployment. */
  readonly acceptDeployApproval: Call<OfDeployment, Acknowledged>;
  /** Rejects a deployment. */
  readonly rejectDeployApproval: Call<OfDeployment, Acknowledged>;
  /** Accepts a canary. */
  readonly acceptDeployCanary: Call<OfDeployment, Acknowledged>;
  /** Rejects a canary. */
  readonly rejectDeployCanary: Call<OfDeployment, Acknowledged>;
  /** Lists the reports of a canary's analysis: the times at which they ended. */
  readonly getCanaryReportEndtime: Call<OfDeployment, { stageList: number[] }>;
  /** Gets a report of a canary's analysis. */
  readonly getCanaryReport: Call<OfDeployment & { readonly endtime: PathId }, results.ScenarioResult>;
  /** Lists the servers. */
  readonly getServers: Call<object, { serverList: { serverNo: number; name: string }[] }>;
  /** Lists the auto scaling groups. */
  readonly getAutoscalingGroups: Call<object, { autoscalingList: results.AutoscalingGroupResult[] }>;
  /** Lists the target groups of an auto scaling group. */
  readonly getAutoscalingGroupTargetGroup: Call<
    { readonly autoscalingName: PathId },
    { targetGroupList: results.DeployIdentity[] }
  >;
  /** Lists the Kubernetes clusters. */
  readonly getKubernetesClusters: Call<object, { clusterList: results.AllowedIdentity[] }>;
  /** Lists the buckets of Object Storage. */
  readonly getObjectstorageBuckets: Call<object, { bucketList: { name: string }[] }>;
  /** Lists the objects of a bucket. */
  readonly getObjectstorageObjects: Call<{ readonly bucketName: PathId }, { objectList: StoredObject[] }>;
  /** Lists the SourceBuild projects. */
  readonly getSourcebuildProjects: Call<object, { projectList: results.AllowedIdentity[] }>;
  /** Lists the SourceCommit repositories. */
  readonly getSourcecommitRepositories: Call<object, { repositoryList: { name: string }[] }>;
  /** Lists the branches of a SourceCommit repository. */
  readonly getSourceCommitBranches: Call<{ readonly repositoryName: PathId }, { branchList: { name: string }[] }>;
}
