import type { Seed } from "../../emulator/index.ts";
import { benchmarkWorld, range, targetsOf } from "../support/benchmark-world.ts";

type Run = NonNullable<Seed["runs"]>[number];
type SeedPipeline = NonNullable<Seed["pipelines"]>[number];

const firstPipeline = 100_000;
const firstRun = 1_000_000;
const minute = 60_000;

/** A world with many pipelines of one task and many runs that have ended. */
export const largeWorld = (pipelines: number, runs: number): Seed => ({
  ...benchmarkWorld,
  pipelines: range(pipelines).map(pipelineOf),
  runs: range(runs).map((number) => runOf(number, number % pipelines)),
});

/** The id of the pipeline of a number. */
export const pipelineId = (number: number): number => firstPipeline + number;

function pipelineOf(number: number): SeedPipeline {
  const { repository, buildProjectId } = targetsOf(number);
  return {
    id: pipelineId(number),
    name: `bench-${String(number)}`,
    description: `Builds ${repository}`,
    tasks: [{ id: pipelineId(number), name: "build", type: "SourceBuild", config: { projectId: buildProjectId } }],
    trigger: { repository: [{ type: "sourcecommit", name: repository, branch: "main" }] },
  };
}

function runOf(number: number, pipeline: number): Run {
  const projectId = pipelineId(pipeline);
  const begin = Date.UTC(2025, 0, 1) + number * minute;
  return {
    id: firstRun + number,
    projectId,
    requestType: "console",
    requestId: "bench",
    begin,
    end: begin + minute,
    status: "success",
    tasks: [
      {
        id: projectId,
        name: "build",
        type: "SourceBuild",
        projectId: targetsOf(pipeline).buildProjectId,
        linkedTasks: [],
        status: "success",
        resultId: String(number + 1),
      },
    ],
    chain: [projectId],
  };
}
