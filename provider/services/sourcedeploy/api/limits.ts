/**
 * The limits of deploy projects, stages and scenarios (reference sections 4 and 5 of the related services): those of the
 * pages, and the vendor's Terraform provider's where they say nothing. Kept apart from the schemas so that rules need no
 * schema library.
 */
export const limits = {
  projectName: { minimum: 1, maximum: 100, pattern: /^[A-Za-z0-9_-]+$/ },
  stageName: { minimum: 1, maximum: 100, pattern: /^[A-Za-z0-9_-]+$/ },
  scenarioName: { minimum: 1, maximum: 100, pattern: /^[A-Za-z0-9_-]+$/ },
  description: { maximum: 500 },
  /** Pods. */
  canaryCount: { minimum: 1, maximum: 10 },
  canaryTimeout: { minimum: 1, maximum: 360 },
  canaryEnvironment: { maximum: 64 },
  passScore: { minimum: 1, maximum: 100 },
  analysis: {
    duration: { minimum: 10, maximum: 360 },
    delay: { minimum: 0, maximum: 60 },
    interval: { minimum: 1, maximum: 360 },
    step: { minimum: 10, maximum: 360 },
  },
} as const;

/** Entries of a list without `pageSize`, and the most that one can ask for. */
export const pageLimit = 100;

/** What a stage deploys to. */
export const stageTypes = ["Server", "AutoScalingGroup", "KubernetesService", "ObjectStorage"] as const;
export type StageType = (typeof stageTypes)[number];

/** The strategies of scenarios, by the type of their stage. */
export const strategies: Readonly<Record<StageType, readonly string[]>> = {
  Server: ["normal"],
  AutoScalingGroup: ["normal", "blueGreen"],
  KubernetesService: ["rolling", "blueGreen", "canary"],
  ObjectStorage: ["normal"],
};

/** Where the file that is deployed comes from. */
export const fileTypes = ["SourceBuild", "ObjectStorage", "later"] as const;
export type FileType = (typeof fileTypes)[number];

/** What a deployment can be said to be. */
export const deploymentStatuses = [
  "success",
  "fail",
  "inprogress",
  "pending",
  "reject",
  "canceling",
  "canceled",
  "waiting",
  "error",
  "canary_pending",
  "canary_reject",
  "canary_analyzing",
  "canary_waiting_timeout",
  "canary_rejecting",
] as const;
export type DeploymentStatus = (typeof deploymentStatuses)[number];

/** Those after which nothing changes any more. */
export const endedStatuses: readonly DeploymentStatus[] = [
  "success",
  "fail",
  "reject",
  "canceled",
  "error",
  "canary_reject",
  "canary_waiting_timeout",
];
