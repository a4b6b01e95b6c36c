import type { Seed } from "../../../emulator/state/seed.ts";
import { sampleSeed } from "../../../emulator/state/sample-seed.ts";

/** Pipelines that belong to nobody here; they must stay as they are. */
export const foreignIds: readonly number[] = Array.from({ length: 11 }, (_, index) => 901 + index);

/** What the description of a foreign pipeline says. */
export const foreignMark = "somebody else's";

const fillers = Array.from({ length: 10 }, (_, index) => index + 1);

/** The sample world with so much in it that lists may end early, and a repository to which nothing was pushed. */
export const chaosSeed: Seed = {
  ...sampleSeed,
  repositories: [
    ...(sampleSeed.repositories ?? []),
    { id: 104299, name: "fresh", branches: [] },
    ...fillers.map((number) => ({ id: 104000 + number, name: `other-${String(number)}`, branches: ["main"] })),
  ],
  buildProjects: [
    ...(sampleSeed.buildProjects ?? []),
    ...fillers.map((number) => ({
      id: 20000 + number,
      name: `other-${String(number)}`,
      source: { type: "SourceCommit", repository: "shop-web", branch: "main" },
    })),
  ],
  deployProjects: [
    ...fillers.map((number) => ({ id: 12000 + number, name: `other-${String(number)}`, stages: [] })),
    ...(sampleSeed.deployProjects ?? []),
  ],
  pipelines: foreignIds.map((id) => ({
    id,
    name: `foreign-${String(id)}`,
    description: foreignMark,
    tasks: [{ id: id * 10, name: "build", type: "SourceBuild", config: { projectId: 20633 }, linkedTasks: [] }],
  })),
};
