import { ServiceFailure } from "../../failure.ts";
import { endDeployment } from "../../runs/deployments.ts";
import type { Service } from "../../service.ts";
import type { Task } from "../../state/state.ts";

/** Refuses to delete what pipelines name, where the setting `deleteInUse` says so. */
export function refuseUsed(service: Service, name: string, isUser: (task: Task) => boolean): void {
  if (service.settings.deleteInUse === "allowed") return;
  const users = [...service.state.pipelines.values()].filter(({ tasks }) =>
    tasks.some((task) => task.type === "SourceDeploy" && isUser(task)),
  );
  if (users.length === 0) return;
  const names = users.map((pipeline) => pipeline.name).join(", ");
  throw new ServiceFailure("deployConflict", `${name} is named by the pipelines ${names}.`);
}

/** Ends and forgets the deployments of a project that goes. */
export function forgetDeployments(service: Service, projectId: number): void {
  for (const { id } of service.state.deployments.of(projectId)) endDeployment(service, id, "canceled");
  service.state.deployments.deleteOf(projectId);
}
