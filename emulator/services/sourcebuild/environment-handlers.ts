import type { Operations } from "../../../provider/services/sourcebuild/api/operations.ts";
import { ServiceFailure } from "../../failure.ts";
import type { OperatingSystem } from "../../state/environment.ts";
import type { Service } from "../../service.ts";
import { seedCreated } from "../created.ts";
import { findRepository } from "../find-target.ts";
import type { RelatedHandlers } from "../related-handler.ts";
import { branchesResponse } from "../sourcecommit/repository-response.ts";

type Names =
  | "getEnvCompute"
  | "getEnvOs"
  | "getEnvRuntime"
  | "getEnvRuntimeVersion"
  | "getEnvDocker"
  | "getContainerRegistry"
  | "getObjectstorageBucket"
  | "getSourcecommitRepositories"
  | "getSourcecommitRepositoryBranches";

const allowed = (actionName: string) => ({ permission: "Allow", actionName });

/** What can be looked up for build projects (reference section 3.1). */
export const environmentHandlers: Pick<RelatedHandlers<Operations>, Names> = {
  getEnvCompute: (_input, { state }) => ({ compute: state.environment.computes }),

  getEnvOs: (_input, { state }) => ({
    os: state.environment.operatingSystems.map(({ id, name, version, archi }) => ({ id, name, version, archi })),
  }),

  getEnvRuntime: ({ parameters }, service) => ({
    runtime: findSystem(service, parameters.osId).runtimes.map(({ id, name }) => ({ id, name })),
  }),

  getEnvRuntimeVersion: ({ parameters: { osId, runtimeId } }, service) => {
    const system = findSystem(service, osId);
    const runtime = system.runtimes.find(({ id }) => id === runtimeId);
    if (!runtime) throw new ServiceFailure("buildInvalid", `runtimeId: ${system.name} has no runtime ${runtimeId}.`);
    return { version: runtime.versions };
  },

  getEnvDocker: (_input, { state }) => ({ docker: state.environment.dockerEngines }),

  getContainerRegistry: (_input, { state }) => ({
    registry: state.environment.registries.map(({ name }) => ({
      name,
      status: "running",
      ...allowed("View/getRegistryDetail"),
      disabled: false,
    })),
  }),

  getObjectstorageBucket: (_input, { state }) => ({
    bucket: state.environment.buckets.map(({ name }) => ({
      name,
      ...allowed("View/getBucketDetail"),
      creationTime: seedCreated.timestamp,
      disabled: false,
    })),
  }),

  getSourcecommitRepositories: (_input, { state }) => ({
    repository: state.repositories.values().map(({ name }) => ({ name, ...allowed("View/getRepositoryDetail") })),
  }),

  getSourcecommitRepositoryBranches: ({ parameters }, service) =>
    branchesResponse(findRepository(service, parameters.repositoryName), service.settings),
};

function findSystem({ state }: Service, osId: number): OperatingSystem {
  const system = state.environment.operatingSystems.find(({ id }) => id === osId);
  if (system) return system;
  throw new ServiceFailure("buildInvalid", `osId: there is no operating system ${osId}.`);
}
