// One pipeline for each stage that exists, declared in an ECMAScript module: the list is awaited at the top level.
import * as ncloud from "pulumi-ncloud-sourcepipeline";

const build = await ncloud.getBuildProject({ name: "shop-api" });
const stages = await ncloud.getDeployStages({ project: "shop" });

const pipelines = stages.map((stage) => {
  const scenario = ncloud.getDeployScenarioOutput({ projectId: stage.projectId, stageId: stage.id, name: "rolling" });
  return new ncloud.Pipeline(`to-${stage.name}`, {
    name: `shop-to-${stage.name}`,
    tasks: [
      { name: "build", type: "SourceBuild", projectId: build.id },
      {
        name: "deploy",
        type: "SourceDeploy",
        projectId: stage.projectId,
        stageId: stage.id,
        scenarioId: scenario.id,
        linkedTasks: ["build"],
      },
    ],
  });
});

export const names = pipelines.map((pipeline) => pipeline.name);
