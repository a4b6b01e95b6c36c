import type { EntityTable } from "./entity-table.ts";
import type { Environment, SeedEnvironment } from "./environment.ts";
import type { Build, Deployment } from "./executions.ts";
import type { HistoryTable } from "./history-table.ts";
import type { BuildProject, DeployProject, Repository } from "./related-items.ts";

export type {
  BuildProject,
  BuildSource,
  Created,
  DeployProject,
  Repository,
  Scenario,
  ScenarioSource,
  Stage,
  StageConfig,
} from "./related-items.ts";

/** Everything that the service holds. What `GET /_emulator/state` shows and a state file holds is written from it. */
export interface State {
  readonly repositories: EntityTable<Repository>;
  readonly buildProjects: EntityTable<BuildProject>;
  readonly deployProjects: EntityTable<DeployProject>;
  readonly pipelines: PipelineTable;
  readonly runs: RunTable;
  /** Builds of SourceBuild, those that runs started among them. */
  readonly builds: HistoryTable<Build>;
  /** Deployments of SourceDeploy, those that runs started among them. */
  readonly deployments: HistoryTable<Deployment>;
  /** What other services offer; a small sample where the seed says nothing. */
  readonly environment: Environment;
  /** As the seed had it. */
  readonly givenEnvironment: SeedEnvironment | undefined;
  permissions: Permission[];
  counters: Counters;
}

/** What changes one by one; everything else changes with the whole state. The tables say themselves what changes. */
export const changedKinds = [
  "repositories",
  "buildProjects",
  "deployProjects",
  "pipelines",
  "runs",
  "builds",
  "deployments",
] as const;
export type ChangedKind = (typeof changedKinds)[number];

export type NoteChange = (kind: ChangedKind, id: number) => void;

/** What reads need of pipelines, whether they are shown as they are or as they were a moment ago. */
export type PipelineReads = Pick<ReadonlyMap<number, Pipeline>, "get" | "values">;

/** The pipelines of all regions by id, in the order of their creation. */
export interface PipelineTable extends PipelineReads {
  readonly size: number;
  has(id: number): boolean;
  /** Those of a name; more than one only where duplicate names are allowed. */
  named(region: string, name: string): Pipeline[];
  /** Those that a run of a pipeline starts when it ends well. */
  startedBy(id: number): Pipeline[];
  /** Adds a pipeline, or replaces the one with its id. */
  set(id: number, pipeline: Pipeline): void;
  delete(id: number): void;
}

/** The runs of all pipelines by id. Of each pipeline only the last ones are kept. */
export interface RunTable {
  readonly size: number;
  get(id: number): Run | undefined;
  has(id: number): boolean;
  /** All, in the order in which they were started. */
  values(): Iterable<Run>;
  /** The runs of a pipeline, the oldest first. */
  of(pipelineId: number): Run[];
  /** The runs of all pipelines that have not ended. */
  running(): Run[];
  /** Adds a run, or replaces the one with its id. */
  set(id: number, run: Run): void;
  deleteOf(pipelineId: number): void;
}

/** The id given last, per kind. Ids are never used twice. */
export type Counters = Record<CounterName, number>;

/** What has ids of its own. */
export const counterNames = [
  "repository",
  "buildProject",
  "deployProject",
  "stage",
  "scenario",
  "pipeline",
  "task",
  "run",
  "result",
] as const;

/** A kind of thing that has ids of its own. */
export type CounterName = (typeof counterNames)[number];

export interface Pipeline {
  id: number;
  /** Pipelines of other regions cannot be seen. */
  region: string;
  name: string;
  description: string;
  tasks: Task[];
  trigger: Trigger;
  /** Whether it, or a repository of it, changed since its last run. */
  changed: boolean;
}

/** A task of a pipeline. */
export interface Task {
  /** It keeps it as long as it keeps its name. */
  id: number;
  /** What the links of other tasks call it. */
  name: string;
  /** What it does. */
  type: "SourceBuild" | "SourceDeploy";
  /** Id of the build project or the deploy project. */
  projectId: number;
  /** Id of the stage, of a deploy task. */
  stageId?: number | undefined;
  /** Id of the scenario, of a deploy task. */
  scenarioId?: number | undefined;
  /** Only when the program asked for one. */
  branch?: string | undefined;
  /** Names of the tasks that it waits for. */
  linkedTasks: string[];
}

export interface Trigger {
  repository: { type: string; name: string; branch: string }[];
  schedule: Schedule[];
  sourcepipeline: { id: number }[];
}

export interface Schedule {
  day: string[];
  /** `HH:mm` in the zone. */
  time: string;
  timeZone: string;
  scheduleOnlyWithChange: boolean;
}

/** What can be said of a run, or of a task in it. */
export const statuses = ["waiting", "inProgress", "success", "failed", "canceled"] as const;

/** How far a run, or a task in it, has come. */
export type Status = (typeof statuses)[number];

/** One run of a pipeline, with the tasks as they were when it started. Times are milliseconds since the epoch. */
export interface Run {
  /** What the service calls the id of a history. */
  id: number;
  /** Id of the pipeline. */
  projectId: number;
  /** Whether somebody started it or something did. */
  requestType: "console" | "trigger";
  /** Who or what started it. */
  requestId: string;
  /** When it started. */
  begin: number;
  /** When it ended; null while it goes on. */
  end: number | null;
  /** How far it has come. */
  status: Status;
  /** In the order of the pipeline. */
  tasks: RunTask[];
  /** Ids of the pipelines whose runs led to this one, its own last: a loop of pipelines shows here. */
  chain: number[];
}

/** A task in a run, as it was when the run started. */
export interface RunTask extends Task {
  /** How far it has come. */
  status: Status;
  /** Id of the build or deployment; empty before it starts. */
  resultId: string;
  /** When and how a task in progress will end. */
  due?: { time: number; status: "success" | "failed" } | undefined;
}

/** A further key of the same account, for a sub-account that may do less. */
interface Permission {
  accessKey: string;
  secretKey: string;
  /** Names of operations; without it everything is allowed. */
  allow?: string[] | undefined;
}

/** A new id of a kind; it counts up, and so never gives one twice. */
export function nextId(counters: Counters, kind: CounterName): number {
  counters[kind] += 1;
  return counters[kind];
}
