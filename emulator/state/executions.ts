import type { BuildStatus } from "../../provider/services/sourcebuild/api/limits.ts";
import type { DeploymentStatus, StageType } from "../../provider/services/sourcedeploy/api/limits.ts";
import type { ScenarioConfig } from "../../provider/services/sourcedeploy/api/requests.ts";

/** The task of a run that started a build or a deployment. */
export interface StartedBy {
  /** Id of the run. */
  run: number;
  /** Name of the task. */
  task: string;
}

/** A build of SourceBuild. Times are milliseconds since the epoch. */
export interface Build {
  /** What the state calls it; tasks of runs name it as their result. */
  id: number;
  /** What the service calls it: a UUID. */
  buildId: string;
  /** Id of the build project. */
  projectId: number;
  /** When it started. */
  begin: number;
  /** When it ended; null while it goes on. */
  end: number | null;
  /** Who started it. */
  userId: string;
  /** How far it has come; `prepare` until it ends. */
  status: Exclude<BuildStatus, "upload">;
  /** Where it failed; null where it did not. */
  failedPhase: string | null;
  /** When and how it will end by itself; undefined when a run sees to that. */
  due?: { time: number; status: "success" | "fail"; failedPhase: string | null } | undefined;
  /** When it begins to save its artifact; undefined when it keeps none. */
  uploadAt?: number | undefined;
  /** The task that started it; undefined when somebody did. */
  startedBy?: StartedBy | undefined;
}

/** A deployment of SourceDeploy, with its scenario as it was when it started. Times are milliseconds since the epoch. */
export interface Deployment {
  /** What the service calls the id of a history. */
  id: number;
  /** Id of the deploy project. */
  projectId: number;
  /** The stage, also when it is gone. */
  stage: { id: number; name: string };
  /** The scenario, also when it is gone. */
  scenario: { id: number; name: string };
  /** What the stage deploys to. */
  type: StageType;
  /** What the scenario did. */
  config: ScenarioConfig;
  /** What the stage deployed to, by name. */
  targets: { no: number; name: string }[];
  /** Who started it. */
  executor: string;
  /** When it started. */
  startTime: number;
  /** When it ended; null while it goes on. */
  endTime: number | null;
  /** How far it has come. */
  status: DeploymentStatus;
  /** What happens by itself, and when; undefined while it waits for somebody, or when a run sees to that. */
  due?: { time: number; status: DeploymentStatus } | undefined;
  /** How the deployment itself will end, and how long it takes in milliseconds, once somebody lets it go on. */
  outcome: { status: "success" | "fail"; durationMs: number };
  /** When the analysis of its canary ended. */
  reports?: number[] | undefined;
  /** The task that started it; undefined when somebody did. */
  startedBy?: StartedBy | undefined;
}
