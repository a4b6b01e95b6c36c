import { defineRules } from "../../../../core/validation/rule.ts";

/** What the tasks of a pipeline work on. */
export const referenceRules = defineRules({
  NCSP401: {
    severity: "error",
    title: "The SourceBuild project of a task exists",
    example: `tasks: [{ name: "build", type: "SourceBuild", projectId: 20639 }]`,
    hint: "Use the id that getBuildProject() returns.",
  },
  NCSP402: {
    severity: "error",
    title: "The branch that a task builds exists in the repository of its project",
    example: `tasks: [{ name: "build", type: "SourceBuild", projectId: 20632, branch: "mian" }]`,
    hint: "Use a branch that getBranches() lists, or push it first.",
  },
  NCSP403: {
    severity: "error",
    title: "The SourceDeploy project of a task exists",
    example: `tasks: [{ name: "deploy", type: "SourceDeploy", projectId: 12929, stageId: 14147, scenarioId: 21003 }]`,
    hint: "Use the ids that getDeployScenario() returns.",
  },
  NCSP404: {
    severity: "error",
    title: "The stage of a task is one of its project's",
    example: `tasks: [{ name: "deploy", type: "SourceDeploy", projectId: 12920, stageId: 14149, scenarioId: 21003 }]`,
    hint: "Use the ids that getDeployScenario() returns.",
  },
  NCSP405: {
    severity: "error",
    title: "The scenario of a task is one of its stage's",
    example: `tasks: [{ name: "deploy", type: "SourceDeploy", projectId: 12920, stageId: 14147, scenarioId: 21001 }]`,
    hint: "Use the ids that getDeployScenario() returns.",
  },
  NCSP406: {
    severity: "warning",
    title: "A task deploys what an earlier task has built",
    example: `tasks: [
  { name: "build", type: "SourceBuild", projectId: 20633 },
  {
    name: "deploy",
    type: "SourceDeploy",
    projectId: 12920,
    stageId: 14147,
    scenarioId: 21003, // deploys what "shop-api" (20632) builds
    linkedTasks: ["build"],
  },
]`,
    hint: "Link it to a task that builds the project; otherwise it deploys an older artifact.",
  },
  NCSP407: {
    severity: "warning",
    title: "Something was pushed to the repository whose branch a task builds",
    example: `// 20636 builds "fresh", a repository without a first push.
tasks: [{ name: "build", type: "SourceBuild", projectId: 20636, branch: "main" }]`,
    hint: "Push the branch before the pipeline runs: until then there is nothing to build.",
  },
  NCSP901: {
    severity: "warning",
    about: "list",
    title: "The lists that the checks need can be read",
    example: `// Under a key that may not see the build projects.
tasks: [{ name: "build", type: "SourceBuild", projectId: 20632 }]`,
    hint: "The rest was checked. Give the key the permission to view them, or check again later.",
  },
});
