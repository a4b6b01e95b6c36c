import type { CounterName, Run } from "./world.ts";

/**
 * What a world is made of, as people write it and as `GET /_emulator/state` shows it. Ids that are left out are given.
 *
 * @example { repositories: [{ name: "shop-api", branches: ["main"] }] }
 */
export interface Seed {
  repositories?: SeedRepository[] | undefined;
  buildProjects?: SeedBuildProject[] | undefined;
  deployProjects?: SeedDeployProject[] | undefined;
  pipelines?: SeedPipeline[] | undefined;
  /** As an emulator showed them. */
  runs?: Run[] | undefined;
  /** Further keys of the same account, for sub-accounts. */
  permissions?: SeedPermission[] | undefined;
  /** The ids given last, as an emulator showed them. */
  counters?: Partial<Record<CounterName, number | undefined>> | undefined;
  /** ISO time of the emulator's clock; a state file that is started again never goes back before it. */
  time?: string | undefined;
}

export interface SeedRepository {
  id?: number | undefined;
  name: string;
  branches?: string[] | undefined;
}

export interface SeedBuildProject {
  id?: number | undefined;
  name: string;
  source: {
    type?: string | undefined;
    repository: string;
    branch: string;
    workspace?: { id?: string | number | undefined; name?: string | undefined } | undefined;
  };
}

export interface SeedDeployProject {
  id?: number | undefined;
  name: string;
  stages?: SeedStage[] | undefined;
}

export interface SeedStage {
  id?: number | undefined;
  name: string;
  scenarios?: SeedScenario[] | undefined;
}

export interface SeedScenario {
  id?: number | undefined;
  name: string;
  source?:
    | {
        type: string;
        target?:
          { projectName?: string | undefined; file?: string | undefined; manifest?: string[] | undefined } | undefined;
      }
    | undefined;
}

/** A pipeline in the wire's form of its creation, with an id. */
export interface SeedPipeline {
  id?: number | undefined;
  name: string;
  description?: string | undefined;
  tasks: SeedTask[];
  trigger?: SeedTrigger | undefined;
  region?: string | undefined;
  changed?: boolean | undefined;
}

export interface SeedTask {
  id?: number | undefined;
  name: string;
  type: string;
  config: {
    projectId: number;
    stageId?: number | undefined;
    scenarioId?: number | undefined;
    target?: { info?: { branch?: string | undefined } | undefined } | undefined;
  };
  linkedTasks?: string[] | undefined;
}

export interface SeedTrigger {
  repository?: { type: string; name: string; branch: string }[] | undefined;
  schedule?: { day: string[]; time: string; timeZone: string; scheduleOnlyWithChange: boolean }[] | undefined;
  sourcepipeline?: { id: number }[] | undefined;
}

/** A further key of the same account, for a sub-account that may do less. */
export interface SeedPermission {
  accessKey: string;
  secretKey: string;
  /** Names of operations; without it everything is allowed. */
  allow?: string[] | undefined;
}
