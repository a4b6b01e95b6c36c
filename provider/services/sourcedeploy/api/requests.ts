import type { FileType, StageType } from "./limits.ts";

/* What SourceDeploy is asked, as plain types: in the vendor's own words. */

/** What may be left out; null means the same. */
type Optional<Value> = Value | null | undefined;

/** A new deploy project: nothing but a name. */
export interface NewDeployProject {
  /** 1 to 100 of `A-Z a-z 0-9 _ -`. */
  name: string;
}

/** What a stage deploys to; `type` says what kind it is. */
export type StageTarget =
  | {
      /** Servers. */
      type: "Server";
      /** Which ones. */
      config: {
        /** Numbers of `getServers`. */
        serverNo: number[];
      };
    }
  | {
      /** A group of servers that grows and shrinks. */
      type: "AutoScalingGroup";
      /** Which one. */
      config: {
        /** Number of `getAutoscalingGroups`. */
        autoScalingGroupNo: number;
      };
    }
  | {
      /** A Kubernetes cluster; on VPC only. */
      type: "KubernetesService";
      /** Which one; either number or UUID. */
      config: {
        /** Number of `getKubernetesClusters`. */
        clusterNo?: Optional<number>;
        /** As the vendor's SDK names it. */
        clusterUuid?: Optional<string>;
      };
    }
  | {
      /** A bucket. */
      type: "ObjectStorage";
      /** Which one. */
      config: {
        /** Name of `getObjectstorageBuckets`. */
        bucketName: string;
      };
    };

/** A new stage. */
export type NewStage = StageTarget & {
  /** 1 to 100 of `A-Z a-z 0-9 _ -`. */
  name: string;
};

/** An edit of a stage; `type` and `config` belong together. */
export interface StageChange {
  /** 1 to 100 of `A-Z a-z 0-9 _ -`. */
  name?: Optional<string>;
  /** Which kind it is. */
  type?: Optional<StageType>;
  /** What of it; which key is needed depends on `type`. */
  config?: Optional<{
    /** Numbers of servers. */
    serverNo?: Optional<number[]>;
    /** Number of a group. */
    autoScalingGroupNo?: Optional<number>;
    /** Number of a cluster. */
    clusterNo?: Optional<number>;
    /** UUID of a cluster. */
    clusterUuid?: Optional<string>;
    /** Name of a bucket. */
    bucketName?: Optional<string>;
  }>;
}

/** A new scenario. */
export interface NewScenario {
  /** 1 to 100 of `A-Z a-z 0-9 _ -`. */
  name: string;
  /** At most 500 characters. */
  description?: Optional<string>;
  /** What it does; what is needed depends on the type of the stage. */
  config: ScenarioConfig;
}

/** An edit of a scenario: what is left out stays. Safest is to state the whole config. */
export interface ScenarioChange {
  /** At most 500 characters. */
  description?: Optional<string>;
  /** What it does. */
  config?: Optional<ScenarioConfig>;
}

/** What a scenario does; what is needed depends on the type of the stage. */
export interface ScenarioConfig {
  /** `normal`, `rolling`, `blueGreen` or `canary`. */
  strategy?: Optional<string>;
  /** One server after another, or all at once; true unless given. */
  sequence?: Optional<boolean>;
  /** What is deployed, everywhere but on Kubernetes. */
  file?: Optional<ScenarioFile>;
  /** Whether a failure goes back to what was there before. */
  rollback?: Optional<boolean>;
  /** What is run on servers. */
  cmd?: Optional<{
    /** Before. */
    pre?: Optional<ScenarioCommand[]>;
    /** Where files go. */
    deploy?: Optional<ScenarioPath[]>;
    /** After. */
    post?: Optional<ScenarioCommand[]>;
  }>;
  /** Of a group of servers with strategy `blueGreen`. */
  loadBalancer?: Optional<{
    /** Number of the target group. */
    loadBalancerTargetGroupNo: number;
    /** Whether the servers of before are deleted; false unless given. */
    deleteServer?: Optional<boolean>;
  }>;
  /** What is applied to a cluster. */
  manifest?: Optional<ScenarioManifest>;
  /** Of strategy `canary`. */
  canaryConfig?: Optional<CanaryConfig>;
  /** Where files go in a bucket. */
  path?: Optional<ScenarioPath[]>;
}

/** What is deployed. */
export interface ScenarioFile {
  /** Where it comes from; `later` leaves it to whoever deploys. */
  type: FileType;
  /** An object of a bucket. */
  ObjectStorage?: Optional<{
    /** Name of the bucket. */
    bucket: string;
    /** Key of the object. */
    object: string;
  }>;
  /** What a build project keeps. */
  SourceBuild?: Optional<{
    /** Id of the build project. */
    id: number;
  }>;
}

/** A command on a server. */
export interface ScenarioCommand {
  /** Who runs it. */
  user?: Optional<string>;
  /** What is run. */
  cmd?: Optional<string>;
}

/** A file or folder, and where it goes. */
export interface ScenarioPath {
  /** In what is deployed. */
  sourcePath: string;
  /** At the target. */
  deployPath: string;
}

/** Manifests of Kubernetes. */
export interface ScenarioManifest {
  /** The only kind. */
  type: "SourceCommit";
  /** Name of the repository. */
  repository: string;
  /** Name of the branch. */
  branch: string;
  /** Paths of the files. */
  path: string[];
}

/** How a canary is judged: by a person (`manual`), or by its metrics (`auto`). */
export interface CanaryConfig {
  /** Who judges. */
  analysisType: "manual" | "auto";
  /** Pods, 1 to 10. */
  canaryCount?: Optional<number>;
  /** How long a person has, 1 to 360. */
  timeout?: Optional<number>;
  /** URL of Prometheus. */
  prometheus?: Optional<string>;
  /** What metrics call the two versions. */
  env?: Optional<{
    /** The version of before, at most 64 characters. */
    baseline?: Optional<string>;
    /** The new version, at most 64 characters. */
    canary?: Optional<string>;
  }>;
  /** What is measured. */
  metrics?: Optional<CanaryMetric[]>;
  /** When it is measured. */
  analysisConfig?: Optional<{
    /** 10 to 360. */
    duration?: Optional<number>;
    /** 0 to 60. */
    delay?: Optional<number>;
    /** 1 to 360. */
    interval?: Optional<number>;
    /** 10 to 360. */
    step?: Optional<number>;
  }>;
  /** 1 to 100. */
  passScore?: Optional<number>;
}

/** What is measured of a canary. */
export interface CanaryMetric {
  /** Of one's own choice. */
  name: string;
  /** Which version has to have the lower or equal value. */
  successCriteria: "base" | "canary";
  /** Of all metrics together. */
  weight: number;
  /** How it is asked for. */
  queryType: "default" | "promQL";
  /** Name of the metric, of type `default`. */
  metric?: Optional<string>;
  /** Filter of the metric, of type `default`. */
  filter?: Optional<string>;
  /** Query, of type `promQL`. */
  query?: Optional<string>;
}
