import type { StoredPipeline } from "../../support/service.ts";

/** Two pipelines that nobody manages; the second has every kind of task and trigger. */
export const unmanaged: StoredPipeline[] = [
  {
    id: 3101,
    name: "base",
    description: "",
    tasks: [{ name: "build", type: "SourceBuild", config: { projectId: 20633 }, linkedTasks: [] }],
    trigger: {},
  },
  {
    id: 3102,
    name: "release",
    description: "Made in the console",
    tasks: [
      {
        name: "build",
        type: "SourceBuild",
        config: { projectId: 20632, target: { info: { branch: "main" } } },
        linkedTasks: [],
      },
      {
        name: "deploy",
        type: "SourceDeploy",
        config: { projectId: 12920, stageId: 14147, scenarioId: 21003 },
        linkedTasks: ["build"],
      },
    ],
    trigger: {
      repository: [{ type: "sourcecommit", name: "shop-api", branch: "main" }],
      schedule: [
        { day: ["MON", "FRI"], time: "03:30", timeZone: "Asia/Seoul (UTC+09:00)", scheduleOnlyWithChange: true },
      ],
      sourcepipeline: [{ id: 3101 }],
    },
  },
];
