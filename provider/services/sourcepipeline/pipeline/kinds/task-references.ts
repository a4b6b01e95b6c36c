import type { Reference } from "../references/reference.ts";

/** What a SourceBuild task refers to: a project, and a branch where the project's source is one that can be listed. */
export const buildReferences: readonly Reference[] = [
  {
    key: "projectId",
    code: "NCSP401",
    noun: "SourceBuild project",
    by: "id",
    list: () => ({ list: "buildProjects" }),
  },
  {
    key: "branch",
    code: "NCSP402",
    noun: "branch",
    by: "name",
    ifEmpty: { code: "NCSP407", reason: "nothing was pushed there yet" },
    list: ({ projectId: project }) =>
      project?.source?.type === "SourceCommit" && project.source.repository !== undefined
        ? { list: "branches", repository: project.source.repository }
        : undefined,
  },
];

/** What a SourceDeploy task refers to: a project, a stage of it, and a scenario of that. */
export const deployReferences: readonly Reference[] = [
  {
    key: "projectId",
    code: "NCSP403",
    noun: "SourceDeploy project",
    by: "id",
    list: () => ({ list: "deployProjects" }),
  },
  {
    key: "stageId",
    code: "NCSP404",
    noun: "stage",
    by: "id",
    list: ({ projectId: project }) =>
      project?.id === undefined ? undefined : { list: "deployStages", projectId: project.id },
  },
  {
    key: "scenarioId",
    code: "NCSP405",
    noun: "scenario",
    by: "id",
    list: ({ projectId: project, stageId: stage }) =>
      project?.id === undefined || stage?.id === undefined
        ? undefined
        : { list: "deployScenarios", projectId: project.id, stageId: stage.id },
  },
];
