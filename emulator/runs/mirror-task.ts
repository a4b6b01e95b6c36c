import { seedStage } from "../services/sourcedeploy/stage-response.ts";
import type { Service } from "../service.ts";
import type { Run, RunTask } from "../state/state.ts";
import { endBuild, startBuild } from "./builds.ts";
import { deploymentOf } from "./deployment-of.ts";
import { endDeployment, hasOwnSteps, startDeployment } from "./deployments.ts";

/** How a task will end, and after how long. */
export interface TaskOutcome {
  readonly status: "success" | "failed";
  readonly durationMs: number;
}

/**
 * Shows a task that starts in the history of the service that does it: a build of SourceBuild, a deployment of
 * SourceDeploy. What it names may be gone; then there is nothing to show.
 *
 * @param id by which the run knows it.
 * @returns whether the task ends when that does, and not by itself.
 */
export const mirrorStart = (service: Service, run: Run, task: RunTask, id: number, outcome: TaskOutcome): boolean =>
  starters[task.type](service, run, task, id, outcome);

const starters: Readonly<
  Record<RunTask["type"], (service: Service, run: Run, task: RunTask, id: number, outcome: TaskOutcome) => boolean>
> = {
  SourceBuild: (service, run, task, id, { status, durationMs }) => {
    const project = service.state.buildProjects.get(task.projectId);
    if (project === undefined) return false;
    startBuild(service, project, {
      user: "emulator",
      outcome: { status: status === "success" ? "success" : "fail", durationMs },
      task: { id, startedBy: { run: run.id, task: task.name } },
    });
    return false;
  },

  SourceDeploy: (service, run, task, id, { status, durationMs }) => {
    const project = service.state.deployProjects.get(task.projectId);
    const stage = project?.stages.find((one) => one.id === task.stageId);
    const scenario = stage?.scenarios.find((one) => one.id === task.scenarioId);
    if (project === undefined || stage === undefined || scenario === undefined) return false;
    const start = {
      ...deploymentOf(project, seedStage(stage), scenario, service.state),
      executor: "emulator",
      outcome: { status: status === "success" ? ("success" as const) : ("fail" as const), durationMs },
      needsApproval: service.settings.runApproval === "required",
      task: { id, startedBy: { run: run.id, task: task.name } },
    };
    const isOnItsOwn = hasOwnSteps(start);
    startDeployment(service, start, { isTimedByRun: !isOnItsOwn });
    return isOnItsOwn;
  },
};

/** Ends what a task started, when the task has ended. */
export function mirrorEnd(service: Service, { type, resultId, status }: RunTask): void {
  const id = Number(resultId);
  const word = endWords[status] ?? "canceled";
  if (type === "SourceDeploy") endDeployment(service, id, word);
  else endBuild(service, id, word, failedPhases[word]);
}

const endWords: Readonly<Partial<Record<RunTask["status"], "success" | "fail" | "canceled">>> = {
  success: "success",
  failed: "fail",
};

const failedPhases = { success: null, fail: "build", canceled: "canceling" } as const;
