import type { OperationTable } from "../../../core/http/operation.ts";
import {
  deployResult,
  getHistoriesResult,
  getHistoryResult,
  getReportResult,
  getReportsResult,
} from "./schemas/deployment.ts";
import { acknowledged, acknowledgement } from "./schemas/shared.ts";

/** The operations on deployments, which the service calls histories (reference section 5.4). None has a body. */
export const deploymentOperations = {
  deploy: {
    summary: "deploy by a scenario",
    method: "POST",
    path: "/project/{projectId}/stage/{stageId}/scenario/{scenarioId}/deploy",
    result: deployResult,
    page: "devtools-sourcedeploy",
  },
  deployRequest: {
    summary: "ask for the approval of a deployment",
    method: "POST",
    path: "/project/{projectId}/stage/{stageId}/scenario/{scenarioId}/deploy/request",
    result: deployResult,
    page: "devtools-sourcedeploy",
  },
  getHistories: {
    summary: "list the deployments of a deploy project",
    method: "GET",
    path: "/project/{projectId}/history",
    paged: "each",
    result: getHistoriesResult,
    items: "historyList",
    page: "devtools-sourcedeploy-historylist",
  },
  getHistory: {
    summary: "get a deployment",
    method: "GET",
    path: "/project/{projectId}/history/{historyId}",
    result: getHistoryResult,
    page: "devtools-sourcedeploy",
  },
  cancelDeploy: {
    summary: "cancel a deployment",
    method: "POST",
    path: "/project/{projectId}/history/{historyId}/cancel",
    result: acknowledgement,
    whenEmpty: acknowledged,
    page: "devtools-sourcedeploy",
  },
  acceptDeployApproval: {
    summary: "approve a deployment",
    method: "POST",
    path: "/project/{projectId}/history/{historyId}/approval/accept",
    result: acknowledgement,
    whenEmpty: acknowledged,
    page: "devtools-sourcedeploy",
  },
  rejectDeployApproval: {
    summary: "reject a deployment",
    method: "POST",
    path: "/project/{projectId}/history/{historyId}/approval/reject",
    result: acknowledgement,
    whenEmpty: acknowledged,
    page: "devtools-sourcedeploy",
  },
  acceptDeployCanary: {
    summary: "accept a canary",
    method: "POST",
    path: "/project/{projectId}/history/{historyId}/canary/accept",
    result: acknowledgement,
    whenEmpty: acknowledged,
    page: "devtools-sourcedeploy-deploycanaryaccept",
  },
  rejectDeployCanary: {
    summary: "reject a canary",
    method: "POST",
    path: "/project/{projectId}/history/{historyId}/canary/reject",
    result: acknowledgement,
    whenEmpty: acknowledged,
    page: "devtools-sourcedeploy-deploycanaryreject",
  },
  getCanaryReportEndtime: {
    summary: "list the reports of a canary's analysis",
    method: "GET",
    path: "/project/{projectId}/history/{historyId}/report",
    result: getReportsResult,
    items: "stageList",
    page: "devtools-sourcedeploy",
  },
  getCanaryReport: {
    summary: "get a report of a canary's analysis",
    method: "GET",
    path: "/project/{projectId}/history/{historyId}/report/{endtime}",
    result: getReportResult,
    page: "devtools-sourcedeploy",
  },
} as const satisfies OperationTable;
