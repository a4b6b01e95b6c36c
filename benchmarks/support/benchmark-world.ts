import type { Seed } from "../../emulator/index.ts";

/** How many repositories and build projects all pipelines share. */
const sharedProjects = 20;

const ids = { buildProject: 30_000, deployProject: 40_000, stage: 50_000, scenario: 60_000 } as const;
const stageNames = ["dev", "prod"] as const;

/** What the pipelines of the benchmarks refer to: 20 repositories with a build project and two scenarios each. */
export const benchmarkWorld: Seed = {
  repositories: range(sharedProjects).map((index) => ({ name: projectName(index), branches: ["main"] })),
  buildProjects: range(sharedProjects).map((index) => ({
    id: ids.buildProject + index,
    name: projectName(index),
    source: { type: "SourceCommit", repository: projectName(index), branch: "main" },
  })),
  deployProjects: [
    {
      id: ids.deployProject,
      name: "shop",
      stages: stageNames.map((name, stage) => ({
        id: ids.stage + stage,
        name,
        scenarios: range(sharedProjects).map((index) => ({
          id: ids.scenario + stage * sharedProjects + index,
          name: `rolling-${String(index)}`,
          source: { type: "SourceBuild", target: { projectName: projectName(index) } },
        })),
      })),
    },
  ],
};

/** The distinct lists that the checks of some pipelines ask for: branches are listed for each repository. */
export const listsOf = (pipelines: number): number => {
  const [timeZones, names, repositories, buildProjects, deployProjects] = [1, 1, 1, 1, 1];
  const used = Math.min(pipelines, sharedProjects);
  const stages = Math.min(pipelines, stageNames.length);
  return timeZones + names + repositories + used + buildProjects + deployProjects + 1 + stages;
};

/** What task and triggers of the pipeline of a number refer to. */
export function targetsOf(pipeline: number) {
  const index = pipeline % sharedProjects;
  const stage = pipeline % stageNames.length;
  return {
    repository: projectName(index),
    buildProjectId: ids.buildProject + index,
    deploy: {
      projectId: ids.deployProject,
      stageId: ids.stage + stage,
      scenarioId: ids.scenario + stage * sharedProjects + index,
    },
  };
}

function projectName(index: number): string {
  return `service-${String(index)}`;
}

/** 0, 1, 2 and so on. */
export function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
