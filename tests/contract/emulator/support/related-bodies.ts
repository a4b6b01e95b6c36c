/** Bodies that the sample account takes. */
export const buildBody = (name: string, more: object = {}) => ({
  name,
  source: { type: "SourceCommit", config: { repository: "shop-api", branch: "main" } },
  env: {
    compute: { id: 1 },
    platform: { type: "SourceBuild", config: { os: { id: 1 }, runtime: { id: 5, version: { id: 26 } } } },
  },
  ...more,
});

export const serverStage = (name: string) => ({ name, type: "Server", config: { serverNo: [1001] } });

export const clusterStage = (name: string) => ({ name, type: "KubernetesService", config: { clusterNo: 1001 } });

export const serverScenario = (name: string, more: object = {}) => ({
  name,
  config: { strategy: "normal", file: { type: "SourceBuild", SourceBuild: { id: 20632 } }, rollback: false, ...more },
});

const manifest = { type: "SourceCommit", repository: "shop-api", branch: "main", path: ["deploy.yaml"] };

export const clusterScenario = (name: string, more: object = {}) => ({
  name,
  config: { strategy: "rolling", rollback: false, manifest, ...more },
});

export const manualCanary = {
  strategy: "canary",
  canaryConfig: { analysisType: "manual", canaryCount: 1, timeout: 60 },
};

/** Where the services are, as the vendor's SDK calls them. */
export const commit = "/sourcecommit/api/v1/repository";
export const build = "/sourcebuild/api/v1/project";
export const deploy = "/vpcsourcedeploy/api/v1/project";
