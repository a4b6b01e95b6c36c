// The smallest pipeline, in plain JavaScript.
const ncloud = require("pulumi-ncloud-sourcepipeline");

const build = ncloud.getBuildProjectOutput({ name: "shop-web" });

const pipeline = new ncloud.Pipeline("web", {
  tasks: [{ name: "build", type: "SourceBuild", projectId: build.id }],
});

exports.pipelineId = pipeline.id;
exports.target = pipeline.resolvedTargets;
