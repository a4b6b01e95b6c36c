import { defineRules } from "../../../../core/validation/rule.ts";

/** What else starts a pipeline. */
export const triggerRules = defineRules({
  NCSP301: {
    severity: "error",
    title: "The repository of a push trigger exists in SourceCommit",
    example: `triggers: { repositories: [{ name: "shop-apy", branch: "main" }] }`,
    hint: "Use a repository that getRepositories() lists.",
  },
  NCSP302: {
    severity: "error",
    title: "The branch of a push trigger exists in its repository",
    example: `triggers: { repositories: [{ name: "shop-api", branch: "mian" }] }`,
    hint: "Use a branch that getBranches() lists, or push it first.",
  },
  NCSP303: {
    severity: "warning",
    title: "A push starts a pipeline that builds what was pushed",
    example: `triggers: { repositories: [{ name: "shop-api", branch: "develop" }] }`,
    hint: "Watch the branch that is built, or build the branch that is watched.",
  },
  NCSP304: {
    severity: "warning",
    title: "No trigger is given twice",
    example: `triggers: {
  repositories: [
    { name: "shop-api", branch: "main" },
    { name: "shop-api", branch: "main" },
  ],
}`,
    hint: "Remove one of them.",
  },
  NCSP305: {
    severity: "warning",
    title: "Something was pushed to the repository of a push trigger",
    example: `// "fresh" is a repository without a first push.
tasks: [{ name: "build", type: "SourceBuild", projectId: 20636 }],
triggers: { repositories: [{ name: "fresh", branch: "main" }] }`,
    hint: "Push the branch: until then nothing starts the pipeline.",
  },
  NCSP311: {
    severity: "error",
    title: "No pipeline starts itself",
    example: `// 2001 is the id of "shop" itself.
triggers: { pipelines: [{ id: 2001 }] }`,
    hint: "Remove the trigger; otherwise the pipeline runs without end.",
  },
  NCSP312: {
    severity: "error",
    title: "The pipeline of a pipeline trigger exists",
    example: `triggers: { pipelines: [{ id: 2009 }] }`,
    hint: "Use a pipeline that getPipelines() lists, or the id of one in this program.",
  },
  NCSP313: {
    severity: "error",
    title: "Pipelines do not start each other in a cycle",
    example: `// 2002 is a pipeline that "shop" starts.
triggers: { pipelines: [{ id: 2002 }] }`,
    hint: "Remove one of these triggers; otherwise the pipelines run without end.",
  },
});
