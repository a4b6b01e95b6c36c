import type { ListReader } from "../../provider/core/http/index.ts";
import { createListReader as createBuildReader } from "../../provider/services/sourcebuild/api/client.ts";
import type { BuildResult } from "../../provider/services/sourcebuild/api/results.ts";
import { createListReader as createCommitReader } from "../../provider/services/sourcecommit/api/client.ts";
import type { ListedResult } from "../../provider/services/sourcecommit/api/results.ts";
import { createListReader as createDeployReader } from "../../provider/services/sourcedeploy/api/client.ts";
import type { DeployIdentity, DeploymentResult } from "../../provider/services/sourcedeploy/api/results.ts";
import type { ServiceClients } from "./create-client.ts";
import type { CallOptions } from "./operations.ts";
import type { PathId } from "./requests.ts";

/** The lists of the related services, by the client that has them, with what their entries are. */
export interface RelatedLists {
  /** Of `client.sourceCommit`. */
  sourceCommit: {
    /** Repositories. */
    getRepositories: ListedResult;
    /** Names of branches. */
    getBranches: string;
    /** Names of tags. */
    getTags: string;
  };
  /** Of `client.sourceBuild`. */
  sourceBuild: {
    /** Build projects. */
    getProjects: ListedResult;
    /** Builds of a build project. */
    getBuildHistory: BuildResult;
  };
  /** Of `client.sourceDeploy`, which ends its lists after 100 entries. */
  sourceDeploy: {
    /** Deploy projects. */
    getProjects: DeployIdentity;
    /** Stages of a deploy project. */
    getStages: DeployIdentity;
    /** Scenarios of a stage. */
    getScenarios: DeployIdentity;
    /** Deployments of a deploy project. */
    getHistories: DeploymentResult;
  };
}

/** What names the holder of a list, and which entries are wanted. */
export interface RelatedListRequest {
  /** Name of the repository, of branches and tags. */
  readonly repositoryName?: PathId;
  /** Id of the build project or the deploy project, of what is in it. */
  readonly projectId?: PathId;
  /** Id of the stage, of its scenarios. */
  readonly stageId?: PathId;
  /** Part of the name. */
  readonly search?: string;
}

/**
 * All entries of a list of SourceCommit, SourceBuild or SourceDeploy, each once, also where the service ends its answer
 * early and further pages have to be asked for: SourceDeploy does so after 100 entries.
 *
 * @param options the deadline is one of each page
 * @throws ServiceError
 * @example const stages = await listAllOf(client, "sourceDeploy", "getStages", { projectId: 12920 });
 */
export async function listAllOf<Service extends keyof RelatedLists, Name extends keyof RelatedLists[Service]>(
  client: Pick<ServiceClients, Service>,
  service: Service,
  name: Name,
  request: RelatedListRequest,
  options?: CallOptions,
): Promise<RelatedLists[Service][Name][]> {
  const entries = await readers[service](client[service], name, request).readAll(options);
  return [...entries] as RelatedLists[Service][Name][];
}

type Reader = (client: unknown, name: unknown, request: RelatedListRequest) => ListReader<unknown>;

/** The types of the three tables meet here alone. */
const readers: Readonly<Record<keyof RelatedLists, Reader>> = {
  sourceCommit: createCommitReader as Reader,
  sourceBuild: createBuildReader as Reader,
  sourceDeploy: createDeployReader as Reader,
};
