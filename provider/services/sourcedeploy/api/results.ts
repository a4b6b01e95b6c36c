/*
 * What SourceDeploy returns, as plain types: in the vendor's own words, with numbers for ids. What its documentation does
 * not promise may be undefined.
 */

/** Something with an id and a name. */
export interface DeployIdentity {
  /** The service's id. */
  id: number;
  /** Its name. */
  name: string;
}

/** A stage. */
export interface StageResult extends DeployIdentity {
  /** Its deploy project. */
  project?: DeployIdentity | undefined;
  /** `Server`, `AutoScalingGroup`, `KubernetesService` or `ObjectStorage`. */
  type?: string | undefined;
  /** What it deploys to; which keys it has depends on `type`. */
  config?: StageConfigResult | undefined;
}

/** What a stage deploys to. */
export interface StageConfigResult {
  /** Numbers of servers. */
  serverNo: number[];
  /** Their names, in the same order. */
  serverName: string[];
  /** Number of a group. */
  autoScalingGroupNo?: number | undefined;
  /** Its name. */
  autoScalingGroupName?: string | undefined;
  /** Number of a cluster. */
  clusterNo?: number | undefined;
  /** UUID of a cluster. */
  clusterUuid?: string | undefined;
  /** Its name. */
  clusterName?: string | undefined;
  /** Name of a bucket. */
  bucketName?: string | undefined;
}

/** A scenario. */
export interface ScenarioResult extends DeployIdentity {
  /** Its deploy project. */
  project?: DeployIdentity | undefined;
  /** Its stage. */
  stage?: DeployIdentity | undefined;
  /** Empty without one. */
  description: string;
  /** What the stage deploys to. */
  type?: string | undefined;
  /** What it does. */
  config?: ScenarioConfigResult | undefined;
}

/** What a scenario does. */
export interface ScenarioConfigResult {
  /** `normal`, `rolling`, `blueGreen` or `canary`. */
  strategy?: string | undefined;
  /** One server after another, or all at once. */
  sequence?: boolean | undefined;
  /** What is deployed. */
  file?: ScenarioFileResult | undefined;
  /** Whether a failure goes back to what was there before. */
  rollback?: boolean | undefined;
  /** What is run on servers. */
  cmd?: ScenarioCommandsResult | undefined;
  /** Of a group of servers. */
  loadBalancer?: LoadBalancerResult | undefined;
  /** What is applied to a cluster. */
  manifest?: ManifestResult | undefined;
  /** Of strategy `canary`. */
  canaryConfig?: CanaryConfigResult | undefined;
  /** Where files go in a bucket. */
  path: { sourcePath: string; deployPath: string }[];
}

/** What is deployed. */
export interface ScenarioFileResult {
  /** Where it comes from. */
  type?: string | undefined;
  /** An object of a bucket. */
  ObjectStorage?: { bucket?: string | undefined; object?: string | undefined } | undefined;
  /** What a build project keeps. */
  SourceBuild?: { id?: number | undefined; name?: string | undefined } | undefined;
}

/** What is run on servers. */
export interface ScenarioCommandsResult {
  /** Before. */
  pre: { user: string; cmd: string }[];
  /** Where files go. */
  deploy: { sourcePath: string; deployPath: string }[];
  /** After. */
  post: { user: string; cmd: string }[];
}

/** The load balancer of a group of servers. */
export interface LoadBalancerResult {
  /** Number of the target group. */
  loadBalancerTargetGroupNo?: number | undefined;
  /** Its name. */
  loadBalancerTargetGroupName?: string | undefined;
  /** Whether the servers of before are deleted. */
  deleteServer: boolean;
}

/** Manifests of Kubernetes. */
export interface ManifestResult {
  /** Where they are. */
  type?: string | undefined;
  /** Name of the repository. */
  repository?: string | undefined;
  /** Name of the branch. */
  branch?: string | undefined;
  /** Paths of the files. */
  path: string[];
}

/** How a canary is judged. */
export interface CanaryConfigResult {
  /** `manual` or `auto`. */
  analysisType?: string | undefined;
  /** Pods. */
  canaryCount?: number | undefined;
  /** How long a person has. */
  timeout?: number | undefined;
  /** URL of Prometheus. */
  prometheus?: string | undefined;
  /** What metrics call the two versions. */
  env?: { baseline?: string | undefined; canary?: string | undefined } | undefined;
  /** What is measured. */
  metrics: CanaryMetricResult[];
  /** When it is measured. */
  analysisConfig?:
    | {
        duration?: number | undefined;
        delay?: number | undefined;
        interval?: number | undefined;
        step?: number | undefined;
      }
    | undefined;
  /** From 1 to 100. */
  passScore?: number | undefined;
}

/** What is measured of a canary. */
export interface CanaryMetricResult {
  /** Of somebody's choice. */
  name?: string | undefined;
  /** `base` or `canary`. */
  successCriteria?: string | undefined;
  /** Of all metrics together. */
  weight?: number | undefined;
  /** `default` or `promQL`. */
  queryType?: string | undefined;
  /** Name of the metric. */
  metric?: string | undefined;
  /** Filter of the metric. */
  filter?: string | undefined;
  /** Query of `promQL`. */
  query?: string | undefined;
}

/** A deployment, in the list of a project. */
export interface DeploymentResult {
  /** Its deploy project. */
  project?: DeployIdentity | undefined;
  /** Its stage. */
  stage?: DeployIdentity | undefined;
  /** Its scenario. */
  scenario?: DeployIdentity | undefined;
  /** The service's id. */
  id: number;
  /** How it stands, in the service's words. */
  status?: string | undefined;
  /** Unix time, in milliseconds or seconds. */
  startTime?: number | undefined;
}

/** A deployment in full. */
export interface DeploymentDetail extends DeploymentResult {
  /** Who started it. */
  executor?: string | undefined;
  /** As `startTime`; undefined, or 0, while it goes on. */
  endTime?: number | undefined;
  /** What the stage deploys to. */
  type?: string | undefined;
  /** What the scenario does. */
  strategy?: string | undefined;
  /** What was deployed, and how far it has come on each target. */
  config: DeploymentConfigResult[];
}

/** What was deployed, and how far it has come on each target. */
export interface DeploymentConfigResult {
  /** What the scenario did. */
  strategy?: string | undefined;
  /** What was deployed. */
  file?: { type?: string | undefined; file?: string | undefined } | undefined;
  /** Where it went. */
  targets: DeploymentTargetResult[];
}

/** How far a deployment has come on a target. */
export interface DeploymentTargetResult {
  /** Where. */
  server?: { no?: number | undefined; name?: string | undefined } | undefined;
  /** How it stands. */
  status?: string | undefined;
  /** When each phase was. */
  time?: DeploymentPhases | undefined;
  /** How each phase stands. */
  step?: DeploymentPhases | undefined;
}

/** The phases of a deployment. */
export interface DeploymentPhases {
  /** Before. */
  pre?: string | undefined;
  /** The deployment. */
  deploy?: string | undefined;
  /** After. */
  post?: string | undefined;
}

/** An auto scaling group. */
export interface AutoscalingGroupResult {
  /** What stages call it. */
  groupNo: number;
  /** Its name. */
  name: string;
  /** How many servers it has. */
  instanceCount?: number | undefined;
  /** `Allow` or `Deny`. */
  permission?: string | undefined;
  /** What the permission is for. */
  actionName?: string | undefined;
}

/** Something of another service, with what the key may do. */
export interface AllowedIdentity extends DeployIdentity {
  /** `Allow` or `Deny`. */
  permission?: string | undefined;
  /** What the permission is for. */
  actionName?: string | undefined;
}
