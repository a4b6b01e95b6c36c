// Two pipelines: one builds the shop's API on every push and rolls it out, the other builds its web pages on weekdays,
// and after every run of the first.
import * as ncloud from "pulumi-ncloud-sourcepipeline";

// Names instead of ids. A list that several of them need is read once.
const api = ncloud.getBuildProjectOutput({ name: "shop-api" });
const web = ncloud.getBuildProjectOutput({ name: "shop-web" });
const rolling = ncloud.getDeployScenarioOutput({ project: "shop", stage: "prod", name: "rolling" });

const shop = new ncloud.Pipeline("shop-api", {
  description: "Build the shop's API and roll it out",
  tasks: [
    { name: "build", type: "SourceBuild", projectId: api.id, branch: "main" },
    {
      name: "deploy",
      type: "SourceDeploy",
      projectId: rolling.projectId,
      stageId: rolling.stageId,
      scenarioId: rolling.id,
      linkedTasks: ["build"],
    },
  ],
  triggers: {
    repositories: [{ name: "shop-api", branch: "main" }],
  },
});

const pages = new ncloud.Pipeline("shop-web", {
  description: "Build the shop's web pages",
  tasks: [{ name: "build", type: "SourceBuild", projectId: web.id }],
  triggers: {
    schedules: [
      { days: ["MON", "TUE", "WED", "THU", "FRI"], time: "03:30", timeZone: "Asia/Seoul", onlyWithChange: true },
    ],
    pipelines: [{ id: shop.id }],
  },
});

export const shopApi = { id: shop.id, name: shop.name };
export const shopWeb = { id: pages.id, name: pages.name };
