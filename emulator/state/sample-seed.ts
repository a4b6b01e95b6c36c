import type { Seed } from "./seed.ts";

/** The seed of an emulator that was given none: a small shop. */
export const sampleSeed: Seed = {
  repositories: [
    { id: 104211, name: "shop-api", branches: ["main", "develop"] },
    { id: 104212, name: "shop-web", branches: ["main"] },
  ],
  buildProjects: [
    { id: 20632, name: "shop-api", source: { type: "SourceCommit", repository: "shop-api", branch: "main" } },
    { id: 20633, name: "shop-web", source: { type: "SourceCommit", repository: "shop-web", branch: "main" } },
  ],
  deployProjects: [
    {
      id: 12920,
      name: "shop",
      stages: [
        { id: 14146, name: "dev", scenarios: scenarios(21001, 21002) },
        { id: 14147, name: "prod", scenarios: scenarios(21003, 21004) },
      ],
    },
  ],
};

function scenarios(rolling: number, blueGreen: number) {
  const source = { type: "SourceBuild", target: { projectName: "shop-api" } };
  return [
    { id: rolling, name: "rolling", source },
    { id: blueGreen, name: "blue-green", source },
  ];
}
