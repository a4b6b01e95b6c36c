import type { BuildContent } from "../../provider/services/sourcebuild/api/requests.ts";
import type { RepositoryContent } from "../../provider/services/sourcecommit/api/requests.ts";
import type { StageType } from "../../provider/services/sourcedeploy/api/limits.ts";
import type { ScenarioConfig } from "../../provider/services/sourcedeploy/api/requests.ts";

/*
 * What SourceCommit, SourceBuild and SourceDeploy hold. Where the wire has a form for it, that is the form here, too.
 */

/** When something was made (milliseconds since the epoch), and by whom. */
export interface Created {
  /** Milliseconds since the epoch. */
  timestamp: number;
  /** Who made it. */
  user: string;
}

export interface Repository extends RepositoryContent {
  id: number;
  name: string;
  branches: string[];
  /** The first branch unless chosen. */
  defaultBranch?: string | undefined;
  tags?: string[] | undefined;
  created?: Created | undefined;
}

/** A build project; without `env` it is one of a seed that says no more than its source. */
export interface BuildProject extends BuildContent {
  id: number;
  name: string;
  source: BuildSource;
  description?: string | undefined;
  created?: Created | undefined;
}

export interface BuildSource {
  type: string;
  repository: string;
  branch: string;
  workspace?: { id?: string | number | undefined; name?: string | undefined } | undefined;
}

export interface DeployProject {
  id: number;
  name: string;
  stages: Stage[];
}

/** A stage; without `type` it is one of a seed, and what it deploys to is guessed from its scenarios. */
export interface Stage {
  id: number;
  name: string;
  type?: StageType | undefined;
  config?: StageConfig | undefined;
  scenarios: Scenario[];
}

/** What a stage deploys to; which key there is depends on its type. */
export interface StageConfig {
  /** Numbers of servers. */
  serverNo?: number[] | null | undefined;
  /** Number of a group. */
  autoScalingGroupNo?: number | null | undefined;
  /** Number of a cluster. */
  clusterNo?: number | null | undefined;
  /** UUID of a cluster. */
  clusterUuid?: string | null | undefined;
  /** Name of a bucket. */
  bucketName?: string | null | undefined;
}

/** A scenario; without `config` it is one of a seed that says no more than its source. */
export interface Scenario {
  id: number;
  name: string;
  source: ScenarioSource;
  description?: string | undefined;
  config?: ScenarioConfig | undefined;
}

export interface ScenarioSource {
  type: string;
  target: { projectName?: string | undefined; file?: string | undefined; manifest?: string[] | undefined };
}
