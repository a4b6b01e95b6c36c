import { buildStatus } from "../services/sourcebuild/build-response.ts";
import type { Build, Deployment } from "../state/executions.ts";
import type { State, Status } from "../state/state.ts";
import type { ExecutionView } from "./console-view.ts";

/** As many as a person looks at. */
const limit = 30;

/**
 * The last builds and deployments of all projects, the newest first.
 *
 * @param now milliseconds since the epoch.
 */
export const viewExecutions = (
  { builds, deployments, buildProjects, deployProjects }: State,
  now: number,
): ExecutionView[] =>
  [
    ...builds
      .values()
      .slice(-limit)
      .map((build) => viewBuild(build, buildProjects.get(build.projectId)?.name, now)),
    ...deployments
      .values()
      .slice(-limit)
      .map((deployment) => viewDeployment(deployment, deployProjects.get(deployment.projectId)?.name)),
  ]
    .sort((left, right) => right.begin - left.begin)
    .slice(0, limit);

function viewBuild(build: Build, project: string | undefined, now: number): ExecutionView {
  const status = buildStatus(build, now);
  return {
    key: `build ${build.id}`,
    target: project ?? `project ${build.projectId}`,
    service: "SourceBuild",
    status,
    mark: marks[status] ?? "inProgress",
    begin: build.begin,
    end: build.end,
  };
}

const viewDeployment = (deployment: Deployment, project: string | undefined): ExecutionView => ({
  key: `deployment ${deployment.id}`,
  target: [project ?? `project ${deployment.projectId}`, deployment.stage.name, deployment.scenario.name].join(" / "),
  service: "SourceDeploy",
  status: deployment.status,
  mark: marks[deployment.status] ?? (deployment.endTime === null ? "inProgress" : "failed"),
  begin: deployment.startTime,
  end: deployment.endTime,
});

/** Whoever waits for somebody does not move. */
const marks: Readonly<Record<string, Status>> = {
  success: "success",
  fail: "failed",
  canceled: "canceled",
  reject: "canceled",
  canary_reject: "canceled",
  pending: "waiting",
  canary_pending: "waiting",
};
