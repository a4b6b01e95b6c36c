import type { BuildContent } from "../../provider/services/sourcebuild/api/requests.ts";
import type { RepositoryContent } from "../../provider/services/sourcecommit/api/requests.ts";
import type { StageType } from "../../provider/services/sourcedeploy/api/limits.ts";
import type { ScenarioConfig } from "../../provider/services/sourcedeploy/api/requests.ts";
import type { SeedEnvironment } from "./environment.ts";
import type { Build, Deployment } from "./executions.ts";
import type { CounterName, Created, Run, StageConfig } from "./state.ts";

/**
 * What a state is made of, as people write it and as `GET /_emulator/state` shows it. Ids that are left out are given.
 *
 * @example { repositories: [{ name: "shop-api", branches: ["main"] }] }
 */
export interface Seed {
  /** Repositories of SourceCommit. */
  repositories?: SeedRepository[] | undefined;
  /** Projects of SourceBuild. */
  buildProjects?: SeedBuildProject[] | undefined;
  /** Projects of SourceDeploy, with their stages and scenarios. */
  deployProjects?: SeedDeployProject[] | undefined;
  /** Pipelines, in the form of the create operation. */
  pipelines?: SeedPipeline[] | undefined;
  /** As an emulator showed them. */
  runs?: Run[] | undefined;
  /** Builds, as an emulator showed them. */
  builds?: Build[] | undefined;
  /** Deployments, as an emulator showed them. */
  deployments?: Deployment[] | undefined;
  /** What other services offer: servers, clusters, buckets; each part left out is a small sample. */
  environment?: SeedEnvironment | undefined;
  /** Further keys of the same account, for sub-accounts. */
  permissions?: SeedPermission[] | undefined;
  /** The ids given last, as an emulator showed them. */
  counters?: Partial<Record<CounterName, number | undefined>> | undefined;
  /** ISO time of the emulator's clock; a state file that is started again never goes back before it. */
  time?: string | undefined;
}

/** A repository of SourceCommit. */
export interface SeedRepository extends RepositoryContent {
  /** Given when left out. */
  id?: number | undefined;
  /** What build projects and triggers call it. */
  name: string;
  /** Names of its branches, the default one first; empty before the first push. */
  branches?: string[] | undefined;
  /** One of them; the first unless given. */
  defaultBranch?: string | undefined;
  /** Names of its tags; none when left out. */
  tags?: string[] | undefined;
  /** When it was made; the first of January 2026 when left out. */
  created?: Created | undefined;
}

/** A project of SourceBuild. */
export interface SeedBuildProject extends BuildContent {
  /** Given when left out. */
  id?: number | undefined;
  /** What people and scenarios call it. */
  name: string;
  /** What it builds. */
  source: SeedBuildSource;
  /** Empty unless given. */
  description?: string | undefined;
  /** When it was made; the first of January 2026 when left out. */
  created?: Created | undefined;
}

/** Where the code of a build project comes from. */
export interface SeedBuildSource {
  /** `SourceCommit` unless given, or `GitHub`, `Bitbucket`, `Github Enterprise Server`. */
  type?: string | undefined;
  /** Name of the repository. */
  repository: string;
  /** Name of the branch. */
  branch: string;
  /** Of a repository at Bitbucket. */
  workspace?: SeedWorkspace | undefined;
}

/** A workspace of Bitbucket. */
export interface SeedWorkspace {
  /** As Bitbucket writes it. */
  id?: string | number | undefined;
  /** As Bitbucket writes it. */
  name?: string | undefined;
}

/** A project of SourceDeploy. */
export interface SeedDeployProject {
  /** Given when left out. */
  id?: number | undefined;
  /** What people call it. */
  name: string;
  /** None when left out. */
  stages?: SeedStage[] | undefined;
}

/** A stage of a deploy project. */
export interface SeedStage {
  /** Given when left out. */
  id?: number | undefined;
  /** What people call it. */
  name: string;
  /** None when left out. */
  scenarios?: SeedScenario[] | undefined;
  /** What kind of thing it deploys to; guessed from its scenarios when left out. */
  type?: StageType | undefined;
  /** What it deploys to, in the wire's form of its creation; given with `type`. */
  config?: StageConfig | undefined;
}

/** A scenario of a stage. */
export interface SeedScenario {
  /** Given when left out. */
  id?: number | undefined;
  /** What people call it. */
  name: string;
  /** What it deploys; chosen when somebody deploys, when left out. */
  source?: SeedScenarioSource | undefined;
  /** Empty unless given. */
  description?: string | undefined;
  /** What it does, in the wire's form of its creation; then `source` is read from it. */
  config?: ScenarioConfig | undefined;
}

/** What a scenario deploys. */
export interface SeedScenarioSource {
  /** `SourceBuild`, `ObjectStorage` or `KubernetesService`. */
  type: string;
  /** The thing itself; which key is read depends on `type`. */
  target?: SeedScenarioTarget | undefined;
}

/** The thing that a scenario deploys. */
export interface SeedScenarioTarget {
  /** Name of a build project, for `SourceBuild`. */
  projectName?: string | undefined;
  /** `bucket/object`, for `ObjectStorage`. */
  file?: string | undefined;
  /** Paths of manifests, for `KubernetesService`. */
  manifest?: string[] | undefined;
}

/** A pipeline in the wire's form of its creation, with an id. */
export interface SeedPipeline {
  /** Given when left out. */
  id?: number | undefined;
  /** 1 to 30 letters, digits, `-` and `_`. */
  name: string;
  /** At most 500 characters; empty when left out. */
  description?: string | undefined;
  /** At least one. */
  tasks: SeedTask[];
  /** What starts it; nothing does when left out. */
  trigger?: SeedTrigger | undefined;
  /** `KR` unless given. Pipelines of other regions are not seen. */
  region?: string | undefined;
  /** Whether something changed since its last run, for schedules that mind; true unless given. */
  changed?: boolean | undefined;
}

/** A task of a pipeline. */
export interface SeedTask {
  /** Given when left out. */
  id?: number | undefined;
  /** What the links of other tasks call it. */
  name: string;
  /** `SourceBuild` or `SourceDeploy`. */
  type: string;
  /** What it works on. */
  config: SeedTaskConfig;
  /** Names of the tasks that it waits for; none when left out. */
  linkedTasks?: string[] | undefined;
}

/** What a task works on. */
export interface SeedTaskConfig {
  /** Id of the build project or the deploy project. */
  projectId: number;
  /** Id of the stage, of a deploy task. */
  stageId?: number | undefined;
  /** Id of the scenario, of a deploy task. */
  scenarioId?: number | undefined;
  /** Holds the branch to build, where it is not the project's own. */
  target?: { info?: { branch?: string | undefined } | undefined } | undefined;
}

/** What starts a pipeline. */
export interface SeedTrigger {
  /** Pushes to branches; `type` is `sourcecommit`. */
  repository?: { type: string; name: string; branch: string }[] | undefined;
  /** Days of the week (`MON` and so on), a time of day (`HH:mm`) and a zone of the service's list. */
  schedule?: { day: string[]; time: string; timeZone: string; scheduleOnlyWithChange: boolean }[] | undefined;
  /** Ids of pipelines whose runs end well. */
  sourcepipeline?: { id: number }[] | undefined;
}

/** A further key of the same account, for a sub-account that may do less. */
export interface SeedPermission {
  /** What requests name. */
  accessKey: string;
  /** What requests are signed with; `***` where it is masked. */
  secretKey: string;
  /** Names of operations; without it everything is allowed. */
  allow?: string[] | undefined;
}
