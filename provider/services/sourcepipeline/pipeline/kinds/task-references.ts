import type { Reference } from "../../../../core/validation/references/reference.ts";
import { accountLists } from "../references/reference.ts";
import { rules } from "../rules/catalogue.ts";

/** What a SourceBuild task refers to: a project, and a branch where the project's source is one that can be listed. */
export const buildReferences: Readonly<Record<string, Reference>> = {
  projectId: { list: accountLists.buildProjects, by: "id", rule: rules.NCSP401 },
  branch: {
    list: accountLists.branches,
    by: "name",
    rule: rules.NCSP402,
    ifEmpty: { rule: rules.NCSP407, reason: "nothing was pushed there yet" },
    parameters: { repository: "projectId.source.repository" },
    when: { "projectId.source.type": "SourceCommit" },
  },
};

/** What a SourceDeploy task refers to: a project, a stage of it, and a scenario of that. */
export const deployReferences: Readonly<Record<string, Reference>> = {
  projectId: { list: accountLists.deployProjects, by: "id", rule: rules.NCSP403 },
  stageId: {
    list: accountLists.deployStages,
    by: "id",
    rule: rules.NCSP404,
    parameters: { projectId: "projectId.id" },
  },
  scenarioId: {
    list: accountLists.deployScenarios,
    by: "id",
    rule: rules.NCSP405,
    parameters: { projectId: "projectId.id", stageId: "stageId.id" },
  },
};
