import type * as requests from "./requests.ts";
import type * as results from "./results.ts";

/** What one call can be given besides its request. */
export interface CallOptions {
  /** Ends waits and reading at once. A request that changes something and is under way is still awaited. */
  readonly signal?: AbortSignal;
  /** How long the whole call may take, waits and further attempts included, in milliseconds. */
  readonly deadlineMs?: number;
}

/** An operation of the service. */
export type Call<Request, Result> = (request: Request, options?: CallOptions) => Promise<Result>;

/** One pipeline. */
interface OfProject {
  /** Id of the pipeline. */
  readonly projectId: requests.PathId;
}
/** One run of a pipeline. */
type OfHistory = OfProject & { readonly historyId: requests.PathId };
/** What reports that a change was made. */
interface Acknowledged {
  /** Always true: anything else is an error. */
  result: true;
}

/** The 16 operations, named as the vendor's SDK names them. They reject with a `ServiceError` and nothing else. */
export interface Client {
  /** Creates a pipeline; never sent blindly again. */
  readonly createProject: Call<{ readonly body: requests.NewProject }, { projectId: number }>;
  /** Lists pipelines. */
  readonly getProjects: Call<requests.SearchRequest, { projectList: results.IdentifiedResult[] }>;
  /** Gets a pipeline. */
  readonly getProject: Call<OfProject, results.ProjectResult>;
  /** Lists the runs of a pipeline. */
  readonly getProjectHistories: Call<OfProject & requests.PageRequest, { historyList: results.HistoryEntryResult[] }>;
  /** Gets a run. */
  readonly getProjectHistory: Call<OfHistory, { history: results.HistoryDetailResult }>;
  /** Lists the time zones of schedules. */
  readonly getTimeZones: Call<object, { timeZone: string[] }>;
  /** States all of a pipeline anew, but its name. */
  readonly changeProject: Call<OfProject & { readonly body: requests.ProjectContent }, Acknowledged>;
  /** Runs a pipeline; never sent blindly again. `startRun` also finds out what became of a start whose response was lost. */
  readonly startProject: Call<OfProject, { historyId: number }>;
  /** Cancels a run. */
  readonly cancelProject: Call<OfHistory, Acknowledged>;
  /** Deletes a pipeline. */
  readonly deleteProject: Call<OfProject, Acknowledged>;
  /** Lists SourceCommit repositories. */
  readonly getRepositories: Call<requests.SearchRequest, { repositoryList: { name: string }[] }>;
  /** Lists the branches of a SourceCommit repository. */
  readonly getBranches: Call<{ readonly repositoryName: requests.PathId }, { branchList: { name: string }[] }>;
  /** Lists SourceBuild projects. */
  readonly getBuildProjects: Call<requests.SearchRequest, { projectList: results.BuildProjectResult[] }>;
  /** Lists SourceDeploy projects. */
  readonly getDeployProjects: Call<requests.SearchRequest, { projectList: results.IdentifiedResult[] }>;
  /** Lists the stages of a SourceDeploy project. */
  readonly getDeployStages: Call<OfProject & requests.SearchRequest, { stageList: results.IdentifiedResult[] }>;
  /** Lists the scenarios of a SourceDeploy stage. */
  readonly getDeployScenarios: Call<
    OfProject & { readonly stageId: requests.PathId } & requests.SearchRequest,
    { scenarioList: results.DeployScenarioResult[] }
  >;
}
