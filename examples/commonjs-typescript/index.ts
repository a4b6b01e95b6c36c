// A pipeline that follows a branch, declared in CommonJS TypeScript with the settings of older Pulumi templates.
import * as ncloud from "pulumi-ncloud-sourcepipeline";

const build = ncloud.getBuildProjectOutput({ name: "shop-api" });
const branch = ncloud.getBranchOutput({ repository: "shop-api", name: "develop" });

const pipeline = new ncloud.Pipeline("develop", {
  description: "Build what was pushed to develop",
  tasks: [{ name: "build", type: "SourceBuild", projectId: build.id, branch: branch.name }],
  triggers: { repositories: [{ name: branch.repository, branch: branch.name }] },
});

export const pipelineId = pipeline.id;
