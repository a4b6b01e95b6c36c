import { ServiceFailure } from "../../failure.ts";
import type { Service } from "../../service.ts";
import type { Deployment } from "../../state/executions.ts";
import type { DeployProject } from "../../state/state.ts";
import { projectAt } from "./find-deploy.ts";

/** The deployment that a path names; it must belong to the project that the path names. */
export function findDeployment(
  service: Service,
  { projectId, historyId }: { readonly projectId: number; readonly historyId: number },
): { project: DeployProject; deployment: Deployment } {
  const project = projectAt(service, { projectId });
  const deployment = service.state.deployments.get(historyId);
  if (deployment?.projectId === project.id) return { project, deployment };
  throw new ServiceFailure(
    "deployMissing",
    `The deploy project ${project.name} has no history ${historyId}: not found.`,
  );
}
