// A pipeline, and a run of it for every version: `pulumi config set version 1.0.1` and `pulumi up` release it.
import * as pulumi from "@pulumi/pulumi";
import * as ncloud from "pulumi-ncloud-sourcepipeline";

const version = new pulumi.Config().get("version") ?? "1.0.0";

const shop = new ncloud.Pipeline("shop", {
  description: "Build the shop's API and roll it out",
  tasks: [
    ncloud.buildTask("build", { project: "shop-api", branch: "main" }),
    ncloud.deployTask("deploy", { project: "shop", stage: "prod", scenario: "rolling", linkedTasks: ["build"] }),
  ],
});

// Started once for each version, followed to its end: a failed run fails the update, and says which task it was.
const release = new ncloud.PipelineRun(
  "release",
  { pipelineId: shop.id, triggers: { version } },
  { customTimeouts: { create: "30m" } },
);

export const outcome = {
  version,
  run: release.runId,
  status: release.status,
  durationMs: release.durationMs,
  deployment: release.tasks.apply((tasks) => tasks?.["deploy"]?.resultId),
};
