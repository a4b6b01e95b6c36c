import type { Seed } from "../../../../emulator/index.ts";

/** Holds everything that the transcribed exchanges of the related services name. */
const source = { type: "SourceCommit", repository: "rep1", branch: "master" };
const createdAt = { timestamp: 1653977474000, user: "user1" };
const cmd = {
  pre: [{ user: "root", cmd: "systemctl stop shop" }],
  deploy: [{ sourcePath: "/", deployPath: "/opt/shop" }],
  post: [{ user: "root", cmd: "systemctl start shop" }],
};
const onServer = { strategy: "normal", sequence: true, rollback: false, cmd };
const manifest = {
  type: "SourceCommit" as const,
  repository: "rep1",
  branch: "master",
  path: ["a.yaml", "b.yaml"],
};
const onCluster = { strategy: "canary", rollback: false, manifest };
const described = { description: "by hand" };
const auto = {
  analysisType: "auto" as const,
  canaryCount: 1,
  prometheus: "http://prometheus.example:9090",
  env: { baseline: "base", canary: "canary" },
  metrics: [
    {
      name: "errors",
      successCriteria: "canary" as const,
      weight: 100,
      queryType: "default" as const,
      metric: "http_errors",
      filter: "app=shop",
    },
    {
      name: "latency",
      successCriteria: "base" as const,
      weight: 50,
      queryType: "promQL" as const,
      query: "rate(latency[1m])",
    },
  ],
  analysisConfig: { duration: 10, delay: 0, interval: 1, step: 10 },
  passScore: 80,
};

const history = {
  projectId: 12920,
  stage: { id: 14146, name: "server" },
  scenario: { id: 2001, name: "from-build" },
  type: "Server" as const,
  config: { ...onServer, file: { type: "SourceBuild" as const, SourceBuild: { id: 20632 } } },
  targets: [{ no: 1001, name: "server1" }],
  executor: "user1",
  startTime: 1653977474000,
  endTime: null,
  outcome: { status: "success" as const, durationMs: 5000 },
};
const canary = {
  ...history,
  stage: { id: 14148, name: "cluster" },
  scenario: { id: 2006, name: "canary" },
  type: "KubernetesService" as const,
  config: { ...onCluster, canaryConfig: auto },
};

export const relatedSeed: Seed = {
  repositories: [
    {
      id: 104211,
      name: "rep1",
      description: "the shop",
      branches: ["master", "app"],
      tags: ["v1"],
      created: createdAt,
    },
  ],
  buildProjects: [
    {
      id: 20632,
      name: "build1",
      description: "all of it",
      source,
      created: createdAt,
      env: {
        compute: { id: 1 },
        platform: { type: "SourceBuild", config: { os: { id: 1 }, runtime: { id: 5, version: { id: 26 } } } },
        docker: { use: true, id: 1 },
        timeout: 60,
        envVars: [{ key: "STAGE", value: "prod" }],
      },
      cmd: {
        pre: ["echo pre"],
        build: ["make"],
        post: ["echo post"],
        dockerbuild: {
          use: true,
          dockerfile: "/Dockerfile",
          registry: "registry1",
          image: "shop",
          tag: "v1",
          latest: true,
        },
      },
      artifact: {
        use: true,
        path: ["./dist"],
        storage: { bucket: "bucket1", path: "builds", filename: "shop.zip" },
        backup: true,
      },
      cache: { use: true, registry: "registry1", image: "cache", tag: "v1", latest: false },
      linked: { CloudLogAnalytics: false, FileSafer: false },
    },
  ],
  deployProjects: [
    {
      id: 12920,
      name: "deploy1",
      stages: [
        {
          id: 14146,
          name: "server",
          type: "Server",
          config: { serverNo: [1001, 1002] },
          scenarios: [
            {
              id: 2001,
              name: "from-build",
              ...described,
              config: { ...onServer, file: { type: "SourceBuild", SourceBuild: { id: 20632 } } },
            },
            {
              id: 2002,
              name: "from-object",
              ...described,
              config: {
                ...onServer,
                file: { type: "ObjectStorage", ObjectStorage: { bucket: "bucket1", object: "folder/object.zip" } },
              },
            },
            {
              id: 2003,
              name: "later",
              ...described,
              config: { strategy: "normal", file: { type: "later" }, rollback: true },
            },
          ],
        },
        {
          id: 14147,
          name: "group",
          type: "AutoScalingGroup",
          config: { autoScalingGroupNo: 2001 },
          scenarios: [
            {
              id: 2004,
              name: "blue-green",
              ...described,
              config: {
                strategy: "blueGreen",
                file: { type: "later" },
                rollback: false,
                loadBalancer: { loadBalancerTargetGroupNo: 3001, deleteServer: false },
              },
            },
          ],
        },
        {
          id: 14148,
          name: "cluster",
          type: "KubernetesService",
          config: { clusterNo: 1001 },
          scenarios: [
            { id: 2005, name: "rolling", ...described, config: { ...onCluster, strategy: "rolling" } },
            { id: 2006, name: "canary", ...described, config: { ...onCluster, canaryConfig: auto } },
            {
              id: 2008,
              name: "manual",
              ...described,
              config: { ...onCluster, canaryConfig: { analysisType: "manual", canaryCount: 1, timeout: 60 } },
            },
          ],
        },
        {
          id: 14149,
          name: "bucket",
          type: "ObjectStorage",
          config: { bucketName: "bucket1" },
          scenarios: [
            {
              id: 2007,
              name: "upload",
              ...described,
              config: { file: { type: "later" }, rollback: false, path: [{ sourcePath: "/", deployPath: "/" }] },
            },
          ],
        },
      ],
    },
  ],
  builds: [
    {
      id: 85001,
      buildId: "8a3c5e0e-0f2b-4b0d-9c5b-0a7d1d4a2c11",
      projectId: 20632,
      begin: 1653977474000,
      end: null,
      userId: "user1",
      status: "prepare",
      failedPhase: null,
    },
  ],
  deployments: [
    { ...history, id: 86001, endTime: 1653977534000, status: "success" },
    { ...history, id: 86002, status: "inprogress" },
    { ...history, id: 86003, status: "pending" },
    { ...canary, id: 86004, status: "canary_pending" },
    { ...canary, id: 86005, endTime: 1653977534000, status: "success", reports: [1653977534000] },
  ],
  environment: {
    registries: [{ name: "registry1" }],
    buckets: [{ name: "bucket1", objects: [{ key: "folder/object.zip", size: 12 }] }],
    servers: [
      { no: 1001, name: "server1" },
      { no: 1002, name: "server2" },
    ],
    autoScalingGroups: [{ no: 2001, name: "group1", instanceCount: 2, targetGroups: [{ no: 3001, name: "targets1" }] }],
    clusters: [{ no: 1001, uuid: "00000000-0000-4000-8000-000000001001", name: "cluster1" }],
  },
};
