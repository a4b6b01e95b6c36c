import { getBranchNames, getRepositoryById, getRepositoryDetail, listRepositories } from "./commit-reads.ts";
import { getBuildDetail, listBuilds } from "./build-reads.ts";
import { getScenarioDetail, getStageDetail, listDeploys, listScenarios, listStages } from "./deploy-reads.ts";
import { getRegionList, writeRegionList } from "./region-list.ts";
import type { SiblingRoute } from "./sibling-route.ts";

const commit = (path: string) => [`/sourcecommit/api/v1${path}`];
const build = (path: string) => [`/sourcebuild/api/v1${path}`];
const deploy = (path: string) => [`/vpcsourcedeploy/api/v1${path}`, `/sourcedeploy/api/v1${path}`];

const stage = "/project/{projectId}/stage";
const scenario = `${stage}/{stageId}/scenario`;

/** Reads of SourceCommit, SourceBuild and SourceDeploy (reference section 6), answered from the same world. */
export const siblingRoutes: readonly SiblingRoute[] = [
  { operation: "sourcecommit.list", method: "GET", paths: commit("/repository"), handle: listRepositories },
  { operation: "sourcecommit.get", method: "GET", paths: commit("/repository/{name}"), handle: getRepositoryDetail },
  {
    operation: "sourcecommit.getById",
    method: "GET",
    paths: commit("/repository/id/{repositoryId}"),
    handle: getRepositoryById,
  },
  {
    operation: "sourcecommit.branches",
    method: "GET",
    paths: commit("/repository/{name}/branch"),
    handle: getBranchNames,
  },
  { operation: "sourcebuild.list", method: "GET", paths: build("/project"), handle: listBuilds },
  { operation: "sourcebuild.get", method: "GET", paths: build("/project/{projectId}"), handle: getBuildDetail },
  { operation: "sourcedeploy.list", method: "GET", paths: deploy("/project"), handle: listDeploys },
  { operation: "sourcedeploy.stages", method: "GET", paths: deploy(stage), handle: listStages },
  { operation: "sourcedeploy.stage", method: "GET", paths: deploy(`${stage}/{stageId}`), handle: getStageDetail },
  { operation: "sourcedeploy.scenarios", method: "GET", paths: deploy(scenario), handle: listScenarios },
  {
    operation: "sourcedeploy.scenario",
    method: "GET",
    paths: deploy(`${scenario}/{scenarioId}`),
    handle: getScenarioDetail,
  },
  {
    operation: "getRegionList",
    method: "POST",
    paths: ["/ncloud/vserver/v2/getRegionList"],
    handle: getRegionList,
    write: writeRegionList,
  },
];
