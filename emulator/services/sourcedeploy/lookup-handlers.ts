import type { Operations } from "../../../provider/services/sourcedeploy/api/operations.ts";
import { ServiceFailure } from "../../failure.ts";
import { branchNames, findRepository } from "../find-target.ts";
import type { RelatedHandlers } from "../related-handler.ts";
import { identity } from "./scenario-response.ts";

type Names =
  | "getServers"
  | "getAutoscalingGroups"
  | "getAutoscalingGroupTargetGroup"
  | "getKubernetesClusters"
  | "getObjectstorageBuckets"
  | "getObjectstorageObjects"
  | "getSourcebuildProjects"
  | "getSourcecommitRepositories"
  | "getSourceCommitBranches";

const viewable = { permission: "Allow", actionName: "View/getProjectDetail" } as const;

/** What can be looked up for stages and scenarios (reference section 5.5). */
export const lookupHandlers: Pick<RelatedHandlers<Operations>, Names> = {
  getServers: (_input, { state }) => ({
    serverList: state.environment.servers.map(({ no, name }) => ({ serverNo: no, name })),
  }),

  getAutoscalingGroups: (_input, { state }) => ({
    autoscalingList: state.environment.autoScalingGroups.map(({ no, name, instanceCount = 1 }) => ({
      groupNo: no,
      name,
      instanceCount,
      permission: "Allow",
      actionName: "View/getAutoScalingGroupDetail",
    })),
  }),

  getAutoscalingGroupTargetGroup: ({ parameters: { autoscalingName } }, { state }) => {
    const group = state.environment.autoScalingGroups.find(({ name }) => name === autoscalingName);
    if (!group)
      throw new ServiceFailure("deployMissing", `There is no auto scaling group ${autoscalingName}: not found.`);
    return { targetGroupList: (group.targetGroups ?? []).map(({ no, name }) => ({ id: no, name })) };
  },

  getKubernetesClusters: (_input, { state }) => ({
    clusterList: state.environment.clusters.map(({ no, name }) => ({
      id: no,
      name,
      permission: "Allow",
      actionName: "View/getKubernetesClusterDetail",
    })),
  }),

  getObjectstorageBuckets: (_input, { state }) => ({
    bucketList: state.environment.buckets.map(({ name }) => ({ name })),
  }),

  getObjectstorageObjects: ({ parameters: { bucketName } }, { state }) => {
    const bucket = state.environment.buckets.find(({ name }) => name === bucketName);
    if (!bucket) throw new ServiceFailure("deployMissing", `There is no bucket ${bucketName}: not found.`);
    return { objectList: bucket.objects ?? [] };
  },

  getSourcebuildProjects: (_input, { state }) => ({
    projectList: state.buildProjects.values().map((project) => ({ ...identity(project), ...viewable })),
  }),

  getSourcecommitRepositories: (_input, { state }) => ({
    repositoryList: state.repositories.values().map(({ name }) => ({ name })),
  }),

  getSourceCommitBranches: ({ parameters }, service) => {
    const branches = branchNames(findRepository(service, parameters.repositoryName), service.settings);
    return { branchList: service.settings.deployBranches === "names" ? branches : branches.map((name) => ({ name })) };
  },
};
