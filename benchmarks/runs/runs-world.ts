import type { Seed } from "../../emulator/index.ts";
import { benchmarkWorld, range, targetsOf } from "../support/benchmark-world.ts";

/** Pipelines that build and then roll out, by number. */
export const runsWorld = (pipelines: number): Seed => ({
  ...benchmarkWorld,
  pipelines: range(pipelines).map((number) => {
    const { buildProjectId, deploy } = targetsOf(number);
    return {
      id: pipelineId(number),
      name: `bench-${String(number)}`,
      tasks: [
        { name: "build", type: "SourceBuild", config: { projectId: buildProjectId } },
        { name: "deploy", type: "SourceDeploy", config: deploy, linkedTasks: ["build"] },
      ],
    };
  }),
});

/** Id of the pipeline of a number. */
export const pipelineId = (number: number): number => 70_000 + number;
