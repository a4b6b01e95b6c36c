import { endedStatuses, type DeploymentStatus } from "../../provider/services/sourcedeploy/api/limits.ts";
import type { Service } from "../service.ts";
import type { Deployment, StartedBy } from "../state/executions.ts";
import { nextId } from "../state/state.ts";

/** What is deployed, and how it will end. */
export interface DeploymentStart extends Pick<
  Deployment,
  "projectId" | "stage" | "scenario" | "type" | "config" | "targets" | "executor" | "outcome"
> {
  /** Whether somebody has to approve it first. */
  readonly needsApproval: boolean;
  /** The task that starts it, with the id that its run knows it by. */
  readonly task?: { readonly startedBy: StartedBy; readonly id: number };
}

/**
 * Starts a deployment, or asks for its approval.
 *
 * @param options `isTimedByRun`: the run that started it sees to the end.
 */
export function startDeployment(
  service: Service,
  { needsApproval, task, ...start }: DeploymentStart,
  { isTimedByRun }: { readonly isTimedByRun: boolean },
): Deployment {
  const deployment: Deployment = {
    id: task?.id ?? nextId(service.state.counters, "result"),
    ...start,
    startTime: service.clock.now(),
    endTime: null,
    status: needsApproval ? "pending" : "inprogress",
    ...(task && { startedBy: task.startedBy }),
  };
  put(service, deployment);
  if (!needsApproval && !isTimedByRun) enter(service, deployment, "inprogress");
  return deployment;
}

/** Whether a deployment has steps that its run knows nothing of: then it goes on by itself, and tells the run at its end. */
export const hasOwnSteps = ({ config, needsApproval }: Pick<DeploymentStart, "config" | "needsApproval">): boolean =>
  needsApproval || config.strategy === "canary";

/** Lets a deployment go on after an approval. */
export function approveDeployment(service: Service, deployment: Deployment): void {
  enter(service, deployment, "inprogress");
}

/** Lets a canary replace what was there before. */
export function acceptCanary(service: Service, deployment: Deployment): void {
  const { durationMs, status } = deployment.outcome;
  put(service, { ...deployment, status: "inprogress", due: { time: service.clock.now() + durationMs, status } });
  resume(service, deployment.id);
}

/** Takes a canary back. */
export function rejectCanary(service: Service, deployment: Deployment): void {
  enter(service, deployment, "canary_rejecting");
}

/** Ends a deployment, and the task that started it; one that has ended stays as it is. */
export function endDeployment(service: Service, id: number, status: DeploymentStatus): void {
  const deployment = service.state.deployments.get(id);
  if (deployment?.endTime !== null) return;
  service.clock.cancel(timerKey(id));
  const { due: _, ...rest } = deployment;
  put(service, { ...rest, status, endTime: service.clock.now() });
  if (deployment.startedBy) service.taskEnded(deployment.startedBy, taskStatus(status));
}

/** Sets the timers of all deployments that go on, after a start or a change of the state. */
export function resumeDeployments(service: Service): void {
  for (const { id } of service.state.deployments.values()) resume(service, id);
}

function put(service: Service, deployment: Deployment): void {
  service.state.deployments.set(deployment);
  service.changed();
}

function resume(service: Service, id: number): void {
  const deployment = service.state.deployments.get(id);
  if (deployment?.due === undefined) return;
  const { time, status } = deployment.due;
  service.clock.at(timerKey(id), time, () => {
    const present = service.state.deployments.get(id);
    if (present === undefined) return;
    const reports = present.status === "canary_analyzing" ? [...(present.reports ?? []), time] : present.reports;
    enter(service, { ...present, ...(reports && { reports }) }, status);
  });
}

/** Goes to a status, with what happens next by itself. */
function enter(service: Service, deployment: Deployment, status: DeploymentStatus): void {
  const { due: _, ...rest } = deployment;
  const next = nextSteps[status]?.(deployment, service.settings.taskMs);
  const due = next && { time: service.clock.now() + next.afterMs, status: next.status };
  put(service, { ...rest, status, ...(due && { due }) });
  if (endedStatuses.includes(status)) endDeployment(service, deployment.id, status);
  else resume(service, deployment.id);
}

interface Step {
  readonly afterMs: number;
  readonly status: DeploymentStatus;
}

/** What follows by itself; without a row, somebody has to say so. */
const nextSteps: Readonly<
  Partial<Record<DeploymentStatus, (deployment: Deployment, taskMs: number) => Step | undefined>>
> = {
  inprogress: ({ config, outcome }) => {
    const { strategy, canaryConfig } = config;
    const judged = canaryConfig?.analysisType === "auto" ? "canary_analyzing" : "canary_pending";
    const isCanary = strategy === "canary" && outcome.status === "success";
    return { afterMs: outcome.durationMs, status: isCanary ? judged : outcome.status };
  },
  canary_analyzing: ({ outcome }, taskMs) => ({ afterMs: taskMs, status: outcome.status }),
  canary_pending: ({ config }) => {
    const minutes = config.canaryConfig?.timeout;
    return typeof minutes === "number" ? { afterMs: minutes * 60_000, status: "canary_waiting_timeout" } : undefined;
  },
  canary_rejecting: (_deployment, taskMs) => ({ afterMs: taskMs, status: "canary_reject" }),
};

/** How a task ends whose deployment does. */
const taskStatus = (status: DeploymentStatus): "success" | "failed" | "canceled" =>
  status === "success" || status === "canceled" ? status : "failed";

const timerKey = (id: number): string => `deployment ${id}`;
