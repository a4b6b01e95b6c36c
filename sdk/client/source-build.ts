import type * as requests from "../../provider/services/sourcebuild/api/requests.ts";
import type * as results from "../../provider/services/sourcebuild/api/results.ts";
import type { Call } from "./operations.ts";
import type { PathId } from "./requests.ts";
import type { PageOfRelated } from "./source-commit.ts";

/** One build project. */
interface OfProject {
  /** Id of the build project. */
  readonly projectId: PathId;
}

/** One operating system for builds. */
interface OfSystem {
  /** Id of the operating system. */
  readonly osId: PathId;
}

/** What reports that a change was made. */
interface Acknowledged {
  /** Always true: anything else is an error. */
  result: true;
}

/** Something with an id and a name. */
interface Identified {
  /** The service's id. */
  id: number;
  /** Its name. */
  name: string;
}

/** A machine for builds. */
interface Compute {
  /** The service's id. */
  id: number;
  /** How many processors it has. */
  cpu?: number | undefined;
  /** Its memory, in GB. */
  mem?: number | undefined;
}

/** An operating system for builds. */
interface System extends Identified {
  /** Such as `16.04`. */
  version?: string | undefined;
  /** Such as `x64`. */
  archi?: string | undefined;
}

/** The operations of SourceBuild. They reject with a `ServiceError` and nothing else. */
export interface SourceBuildClient {
  /** Lists build projects. */
  readonly getProjects: Call<PageOfRelated, results.BuildProjectsResult>;
  /** Creates a build project; never sent blindly again. */
  readonly createProject: Call<{ readonly body: requests.NewBuildProject }, results.BuildProjectIdentity>;
  /** Gets a build project, its variables in clear. */
  readonly getProject: Call<OfProject, results.BuildProjectDetail>;
  /** Edits a build project, all but its name. */
  readonly changeProject: Call<
    OfProject & { readonly body: requests.BuildProjectChange },
    results.BuildProjectIdentity
  >;
  /** Deletes a build project. */
  readonly deleteProject: Call<OfProject, Acknowledged>;
  /** Starts a build; never sent blindly again. */
  readonly startBuild: Call<OfProject, results.StartedBuildResult>;
  /** Cancels a build. */
  readonly cancelBuild: Call<OfProject & { readonly body: { buildId: string } }, Acknowledged>;
  /** Lists the builds of a build project. */
  readonly getBuildHistory: Call<OfProject, results.BuildHistoryResult>;
  /** Lists the machines that builds can have. */
  readonly getEnvCompute: Call<object, { compute: Compute[] }>;
  /** Lists the operating systems of builds. */
  readonly getEnvOs: Call<object, { os: System[] }>;
  /** Lists the runtimes of an operating system. */
  readonly getEnvRuntime: Call<OfSystem, { runtime: Identified[] }>;
  /** Lists the versions of a runtime. */
  readonly getEnvRuntimeVersion: Call<OfSystem & { readonly runtimeId: PathId }, { version: Identified[] }>;
  /** Lists the docker engines. */
  readonly getEnvDocker: Call<object, { docker: Identified[] }>;
  /** Lists the container registries. */
  readonly getContainerRegistry: Call<object, { registry: results.RegistryResult[] }>;
  /** Lists the buckets of Object Storage. */
  readonly getObjectstorageBucket: Call<object, { bucket: results.BucketResult[] }>;
  /** Lists the SourceCommit repositories. */
  readonly getSourcecommitRepositories: Call<object, { repository: results.AllowedResult[] }>;
  /** Lists the branches of a SourceCommit repository. */
  readonly getSourcecommitRepositoryBranches: Call<
    { readonly repositoryName: PathId },
    { default?: string | undefined; branch: string[] }
  >;
}
