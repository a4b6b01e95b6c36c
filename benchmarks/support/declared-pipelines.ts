import type { PipelineInputs } from "../../provider/services/sourcepipeline/pipeline/pipeline.ts";
import { range, targetsOf } from "./benchmark-world.ts";

/** A pipeline of a program, as the programs read it. */
export interface DeclaredPipeline extends PipelineInputs {
  /** Number of the pipeline that starts this one; its id is known once it exists. */
  startedBy?: number;
}

const days = ["MON", "TUE", "WED", "THU", "FRI"] as const;

/**
 * Pipelines as people have them: build and roll out, on pushes and by a schedule. All of them share 20 build projects,
 * and every tenth is started by the first.
 *
 * @param edition stands in the descriptions: another one is an edit of every pipeline
 */
export const declaredPipelines = (count: number, edition = 1): DeclaredPipeline[] =>
  range(count).map((number) => declaredPipeline(number, edition));

function declaredPipeline(number: number, edition: number): DeclaredPipeline {
  const { repository, buildProjectId, deploy } = targetsOf(number);
  return {
    name: `bench-${String(number)}`,
    description: `Builds and rolls out ${repository}, edition ${String(edition)}`,
    tasks: [
      { name: "build", type: "SourceBuild", projectId: buildProjectId, branch: "main" },
      { name: "deploy", type: "SourceDeploy", ...deploy, linkedTasks: ["build"] },
    ],
    triggers: {
      repositories: [{ name: repository, branch: "main" }],
      schedules: [{ days: [...days], time: timeOf(number), timeZone: "Asia/Seoul" }],
    },
    ...(number > 0 && number % 10 === 0 ? { startedBy: 0 } : {}),
  };
}

function timeOf(number: number): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${two(number % 24)}:${two(number % 60)}`;
}
