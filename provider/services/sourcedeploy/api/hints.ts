import type { ServiceHints } from "../../../core/http/service.ts";
import { serviceErrors } from "./error-codes.ts";
import type { OperationName } from "./operation-names.ts";

const conflict = String(serviceErrors.conflict.code);
const duplicateName = String(serviceErrors.duplicateName.code);
const taken = { [duplicateName]: "Choose another name. After a delete the name stays taken for about a minute." };
const inUse = { [conflict]: "Delete what is in it first, and remove it from the pipelines that name it." };
const notWaiting = { [conflict]: "The deployment does not wait for this any more: look at its status." };

/** What the hints of errors take from SourceDeploy. */
export const hints: ServiceHints<OperationName> = {
  service: "SourceDeploy",
  endpoint: "https://vpcsourcedeploy.apigw.ntruss.com",
  policies: "NCP_VPC_SOURCEDEPLOY_MANAGER or NCP_INFRA_MANAGER, on Classic NCP_SOURCEDEPLOY_MANAGER",
  conflicts: {
    createProject: taken,
    createStage: taken,
    createScenario: taken,
    changeStage: taken,
    deleteProject: inUse,
    deleteStage: inUse,
    deleteScenario: inUse,
    cancelDeploy: {
      [conflict]:
        "A deployment that has ended, or that rolls out to Kubernetes, cannot be canceled: look at its status.",
    },
    acceptDeployApproval: notWaiting,
    rejectDeployApproval: notWaiting,
    acceptDeployCanary: notWaiting,
    rejectDeployCanary: notWaiting,
  },
  plainConflict: conflict,
};
