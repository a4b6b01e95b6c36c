import type { DeploymentStatus } from "../../../provider/services/sourcedeploy/api/limits.ts";
import type { Operations } from "../../../provider/services/sourcedeploy/api/operations.ts";
import { ServiceFailure } from "../../failure.ts";
import { acceptCanary, approveDeployment, endDeployment, rejectCanary } from "../../runs/deployments.ts";
import type { Service } from "../../service.ts";
import type { Deployment } from "../../state/executions.ts";
import type { RelatedHandlers } from "../related-handler.ts";
import { findDeployment } from "./find-deployment.ts";

type Names =
  "cancelDeploy" | "acceptDeployApproval" | "rejectDeployApproval" | "acceptDeployCanary" | "rejectDeployCanary";

type Decide = (service: Service, deployment: Deployment) => void;

const done = { result: true } as const;

/** What somebody decides about a deployment that goes on (reference section 5.4). */
export const decisionHandlers: Pick<RelatedHandlers<Operations>, Names> = {
  cancelDeploy: ({ parameters }, service) => {
    const { deployment } = findDeployment(service, parameters);
    refuseCancel(deployment);
    endDeployment(service, deployment.id, "canceled");
    return done;
  },

  acceptDeployApproval: decideOn("pending", approveDeployment),
  rejectDeployApproval: decideOn("pending", (service, { id }) => {
    endDeployment(service, id, "reject");
  }),
  acceptDeployCanary: decideOn("canary_pending", acceptCanary),
  rejectDeployCanary: decideOn("canary_pending", rejectCanary),
};

/** Decides about a deployment that waits for it. */
function decideOn(status: DeploymentStatus, decide: Decide) {
  return (
    { parameters }: { readonly parameters: { readonly projectId: number; readonly historyId: number } },
    service: Service,
  ) => {
    const { deployment } = findDeployment(service, parameters);
    if (deployment.status !== status) {
      throw new ServiceFailure(
        "deployConflict",
        `The deployment ${deployment.id} is at ${deployment.status}, not at ${status}.`,
      );
    }
    decide(service, deployment);
    return done;
  };
}

/** What has ended cannot be canceled, and neither can what rolls out to Kubernetes. */
function refuseCancel({ id, endTime, status, type, config }: Deployment): void {
  if (endTime !== null) throw new ServiceFailure("deployConflict", `The deployment ${id} has ended: ${status}.`);
  const isUnstoppable = type === "KubernetesService" && config.strategy !== "canary" && status === "inprogress";
  if (!isUnstoppable) return;
  throw new ServiceFailure(
    "deployConflict",
    `The deployment ${id} rolls out to Kubernetes: it cannot be canceled now.`,
  );
}
