import type { StageType } from "../../../provider/services/sourcedeploy/api/limits.ts";
import type { Operations } from "../../../provider/services/sourcedeploy/api/operations.ts";
import { ServiceFailure } from "../../failure.ts";
import type { Service } from "../../service.ts";
import { isVisible, noteCreated, noteReleased } from "../../state/related-visibility.ts";
import { nextId, type DeployProject, type Stage } from "../../state/state.ts";
import type { RelatedHandlers } from "../related-handler.ts";
import { selectPage } from "../related-lists.ts";
import { checkStageTarget } from "./check-stage.ts";
import { refuseUsed } from "./delete-deploy.ts";
import { projectAt, refuseHidden, stageAt } from "./find-deploy.ts";
import { listForm, refuseTakenName } from "./names.ts";
import { identity } from "./scenario-response.ts";
import { stageResponse } from "./stage-response.ts";

type Names = "getStages" | "createStage" | "getStage" | "changeStage" | "deleteStage";

const scopeOf = ({ id }: DeployProject): string => `stage ${id}`;

/** The operations on stages (reference section 5.1). */
export const stageHandlers: Pick<RelatedHandlers<Operations>, Names> = {
  getStages: ({ parameters, query }, service) => {
    const project = projectAt(service, parameters);
    const shown = project.stages.filter(({ id }) => isVisible(service, "stage", id, "list"));
    const { items } = selectPage(service, shown, query, listForm("stageName"));
    return { project: identity(project), stageList: items.map(identity) };
  },

  createStage: ({ parameters, body: { name, type, config } }, service) => {
    const project = projectAt(service, parameters);
    checkStageTarget(type, config, service);
    const holder = project.stages.find((stage) => stage.name === name);
    refuseTakenName(service, scopeOf(project), name, holder);
    const id = nextId(service.state.counters, "stage");
    noteCreated(service, "stage", id);
    storeStages(service, project, [...project.stages, { id, name, type, config, scenarios: [] }]);
    return { id, name };
  },

  getStage: ({ parameters }, service) => {
    const { project, stage } = stageAt(service, parameters);
    refuseHidden(service, "stage", stage);
    const content = stageResponse(stage, service.state.environment, service.settings);
    return { project: identity(project), ...identity(stage), ...content };
  },

  changeStage: ({ parameters, body }, service) => {
    const { project, stage } = stageAt(service, parameters);
    const name = body.name ?? stage.name;
    const holder = project.stages.find((other) => other.name === name && other.id !== stage.id);
    if (name !== stage.name) refuseTakenName(service, scopeOf(project), name, holder);
    const target = readTarget(body.type, body.config);
    if (target) checkStageTarget(target.type, target.config, service);
    const changed = { ...stage, name, ...target };
    storeStages(
      service,
      project,
      project.stages.map((other) => (other.id === stage.id ? changed : other)),
    );
    return { id: stage.id, name };
  },

  deleteStage: ({ parameters }, service) => {
    const { project, stage } = stageAt(service, parameters);
    if (service.settings.deleteWithContent === "refused" && stage.scenarios.length > 0) {
      throw new ServiceFailure("deployConflict", `The stage ${stage.name} has scenarios.`);
    }
    refuseUsed(service, stage.name, (task) => task.stageId === stage.id);
    storeStages(
      service,
      project,
      project.stages.filter(({ id }) => id !== stage.id),
    );
    noteReleased(service, scopeOf(project), stage.name);
    return { result: true };
  },
};

type Target = Pick<Stage, "config"> & { readonly type: StageType };

/** `type` and `config` belong together: both are given when the target changes. */
function readTarget(type: StageType | null | undefined, config: Stage["config"] | null): Target | undefined {
  if (!type && !config) return undefined;
  if (type && config) return { type, config };
  throw new ServiceFailure("deployInvalid", `${type ? "config" : "type"}: it is missing, it belongs to the other one.`);
}

function storeStages(service: Service, project: DeployProject, stages: Stage[]): void {
  service.state.deployProjects.set({ ...project, stages });
  service.changed();
}
