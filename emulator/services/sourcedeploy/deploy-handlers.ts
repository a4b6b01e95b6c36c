import { pageLimit } from "../../../provider/services/sourcedeploy/api/limits.ts";
import type { Operations } from "../../../provider/services/sourcedeploy/api/operations.ts";
import { ServiceFailure } from "../../failure.ts";
import { deploymentOf } from "../../runs/deployment-of.ts";
import { startDeployment } from "../../runs/deployments.ts";
import { findOutcome } from "../../runs/outcome-rule.ts";
import type { Service } from "../../service.ts";
import type { RelatedHandlers, RelatedInput } from "../related-handler.ts";
import { selectPage } from "../related-lists.ts";
import { deploymentResponse, listedDeployment } from "./deployment-response.ts";
import { findDeployment } from "./find-deployment.ts";
import { projectAt, scenarioAt } from "./find-deploy.ts";
import { scenarioResponse } from "./scenario-response.ts";
import { seedStage } from "./stage-response.ts";

type Names = "deploy" | "deployRequest" | "getHistories" | "getHistory" | "getCanaryReportEndtime" | "getCanaryReport";

/** Deploying, and what came of it (reference section 5.4). */
export const deployHandlers: Pick<RelatedHandlers<Operations>, Names> = {
  deploy: (input, service) => ({ historyId: deploy(service, input, false) }),

  deployRequest: (input, service) => {
    if (service.settings.approvalRequests === "subAccounts" && !input.isSubAccount) {
      throw new ServiceFailure("deployConflict", "Only sub-accounts ask for approvals: the account itself deploys.");
    }
    return { historyId: deploy(service, input, true) };
  },

  getHistories: ({ parameters, query }, service) => {
    const project = projectAt(service, parameters);
    const deployments = service.state.deployments.of(project.id).toReversed();
    const { items } = selectPage(service, deployments, query, { limit: pageLimit, invalid: "deployInvalid" });
    return { historyList: items.map((deployment) => listedDeployment(project, deployment, service.settings)) };
  },

  getHistory: ({ parameters }, service) => {
    const { project, deployment } = findDeployment(service, parameters);
    return deploymentResponse(project, deployment, service.settings);
  },

  getCanaryReportEndtime: ({ parameters }, service) => ({
    stageList: findDeployment(service, parameters).deployment.reports ?? [],
  }),

  getCanaryReport: ({ parameters }, service) => {
    const { project, deployment } = findDeployment(service, parameters);
    if (!deployment.reports?.includes(parameters.endtime)) {
      throw new ServiceFailure("deployMissing", `No analysis ended at ${parameters.endtime}: report not found.`);
    }
    // As in the vendor's SDK: the model of a report is a copy of that of a scenario.
    const scenario = { ...deployment.scenario, config: deployment.config, source: { type: "", target: {} } };
    const stage = { ...deployment.stage, type: deployment.type, scenarios: [] };
    return scenarioResponse(project, stage, scenario, service.state, service.settings);
  },
};

type DeployInput = Pick<RelatedInput<Operations["deploy"]>, "parameters" | "user">;

function deploy(service: Service, { parameters, user }: DeployInput, needsApproval: boolean): number {
  const { project, stage, scenario } = scenarioAt(service, parameters);
  const rule = findOutcome(service.outcomes, { pipeline: "", task: "", projectId: project.id });
  if (rule !== undefined) rule.used += 1;
  const outcome = {
    status: rule?.status === "failed" ? ("fail" as const) : ("success" as const),
    durationMs: rule?.durationMs ?? service.settings.taskMs,
  };
  const what = deploymentOf(project, seedStage(stage), scenario, service.state);
  return startDeployment(service, { ...what, executor: user, outcome, needsApproval }, { isTimedByRun: false }).id;
}
