import { createSourcePipelineClient as create } from "../../provider/services/sourcepipeline/api/client.ts";
import type * as requests from "./requests.ts";
import type * as results from "./results.ts";

export {
  AuthenticationError,
  ConflictError,
  isServiceError,
  NetworkError,
  NotFoundError,
  PermissionError,
  ServerError,
  ServiceError,
  ThrottlingError,
  UnexpectedResponseError,
  ValidationError,
} from "../../provider/core/http/errors.ts";
export type { ErrorCode } from "../../provider/core/public-codes.ts";
export type {
  BuildTaskRequest,
  DeployTaskRequest,
  NewProject,
  PageRequest,
  PathId,
  ProjectContent,
  ScheduleRequest,
  SearchRequest,
  TargetRequest,
  TaskRequest,
  TriggerRequest,
} from "./requests.ts";
export type {
  BuildProjectResult,
  BuildSourceResult,
  DeployScenarioResult,
  DeploySourceResult,
  HistoryDetailResult,
  HistoryEntryResult,
  HistoryResult,
  HistoryTaskResult,
  IdentifiedResult,
  ProjectResult,
  TargetInfoResult,
  TargetResult,
  TaskConfigResult,
  TaskResult,
  TriggerResult,
} from "./results.ts";

/** What a client needs to know. */
export interface ClientOptions {
  /** Base URL in front of `/api/v1`, such as `https://vpcsourcepipeline.apigw.ntruss.com`. */
  readonly endpoint: string;
  /** Region code, such as `KR`. */
  readonly region: string;
  /** Access key of the account. */
  readonly accessKey: string;
  /** Secret key of the account; it signs, and is never sent. */
  readonly secretKey: string;
  /** Gets what is worth knowing: retries, a clock that is off. Nothing is logged without it; never a secret. */
  readonly log?: (level: "info" | "warning", message: string) => void;
  /** Limits of one attempt, in milliseconds: 5000 to connect and 30000 in all unless given. */
  readonly timeouts?: { readonly connectMs?: number; readonly attemptMs?: number };
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are read; `process.env` unless given. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

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
  /** Runs a pipeline; never sent blindly again. */
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

/**
 * A client of the service at one endpoint, with one key: signed, with retries where they are safe, held back where the
 * service asks for it, through the proxy that the environment names.
 *
 * @throws nothing itself; its calls reject with a {@link ServiceError}
 * @example
 * const client = createSourcePipelineClient({ endpoint: "http://127.0.0.1:4600", region: "KR", accessKey, secretKey });
 * const { projectList } = await client.getProjects({});
 */
export const createClient: (options: ClientOptions) => Client = create;
