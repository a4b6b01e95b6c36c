import type { Operations } from "../../../provider/services/sourcedeploy/api/operations.ts";
import { ServiceFailure } from "../../failure.ts";
import { isVisible, noteCreated, noteReleased } from "../../state/related-visibility.ts";
import { nextId } from "../../state/state.ts";
import type { RelatedHandlers } from "../related-handler.ts";
import { selectPage } from "../related-lists.ts";
import { forgetDeployments, refuseUsed } from "./delete-deploy.ts";
import { projectAt } from "./find-deploy.ts";
import { listForm, refuseTakenName } from "./names.ts";
import { identity } from "./scenario-response.ts";

/** The operations on deploy projects: there is none for one of them, and none to edit (reference section 4). */
export const deployProjectHandlers: Pick<
  RelatedHandlers<Operations>,
  "getProjects" | "createProject" | "deleteProject"
> = {
  getProjects: ({ query }, service) => {
    const shown = service.state.deployProjects
      .values()
      .filter(({ id }) => isVisible(service, "deployProject", id, "list"));
    return { projectList: selectPage(service, shown, query, listForm("projectName")).items.map(identity) };
  },

  createProject: ({ body: { name } }, service) => {
    const { state } = service;
    refuseTakenName(service, "deployProject", name, state.deployProjects.named(name));
    const id = nextId(state.counters, "deployProject");
    noteCreated(service, "deployProject", id);
    state.deployProjects.set({ id, name, stages: [] });
    service.changed();
    return { id, name };
  },

  deleteProject: ({ parameters }, service) => {
    const project = projectAt(service, parameters);
    if (service.settings.deleteWithContent === "refused" && project.stages.length > 0) {
      throw new ServiceFailure("deployConflict", `The deploy project ${project.name} has stages.`);
    }
    refuseUsed(service, project.name, (task) => task.projectId === project.id);
    forgetDeployments(service, project.id);
    service.state.deployProjects.delete(project.id);
    noteReleased(service, "deployProject", project.name);
    service.changed();
    return { result: true };
  },
};
