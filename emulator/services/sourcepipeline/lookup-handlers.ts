import type { BuildSource } from "../../state/state.ts";
import { branchNames, findDeployProject, findRepository, findStage } from "../find-target.ts";
import { sourceOf } from "../sourcedeploy/scenario-source.ts";
import { orderInside, selectItems } from "../lists.ts";
import type { Handlers } from "./handler.ts";
import { timeZones } from "./time-zones.ts";

/** What can be looked up next to pipelines: what tasks and triggers refer to, and time zones. */
export const lookupHandlers: Pick<
  Handlers,
  | "getRepositories"
  | "getBranches"
  | "getBuildProjects"
  | "getDeployProjects"
  | "getDeployStages"
  | "getDeployScenarios"
  | "getTimeZones"
> = {
  getRepositories: (input, service) => ({
    repositoryList: selectItems(service, service.state.repositories.values(), input).map(({ name }) => ({ name })),
  }),

  getBranches: ({ parameters: { repositoryName } }, service) => {
    const branches = branchNames(findRepository(service, repositoryName), service.settings);
    return { branchList: orderInside(service, branches).map((name) => ({ name })) };
  },

  getBuildProjects: (input, service) => ({
    projectList: selectItems(service, service.state.buildProjects.values(), input).map(({ id, name, source }) => ({
      id,
      name,
      source: sourceResponse(source),
    })),
  }),

  getDeployProjects: (input, service) => ({
    projectList: selectItems(service, service.state.deployProjects.values(), input).map(identity),
  }),

  getDeployStages: (input, service) => {
    const { stages } = findDeployProject(service, input.parameters.projectId);
    return { stageList: selectItems(service, stages, input).map(identity) };
  },

  getDeployScenarios: (input, service) => {
    const { scenarios } = findStage(service, input.parameters.projectId, input.parameters.stageId);
    const selected = selectItems(service, scenarios, input);
    return {
      scenarioList: selected.map((scenario) => ({ ...identity(scenario), source: sourceOf(scenario, service.state) })),
    };
  },

  getTimeZones: () => ({ timeZone: timeZones }),
};

const identity = ({ id, name }: { id: number; name: string }) => ({ id, name });

/** This operation alone spells one type so (reference section 2.17). */
const sourceResponse = (source: BuildSource) => ({ ...source, type: source.type.replace(/^Bitbucket$/, "BitBucket") });
