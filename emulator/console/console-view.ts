import type { FaultRule } from "../faults/fault-rule.ts";
import type { RequestEntry } from "../service.ts";
import type { Trigger, Run, RunTask, Status, Task } from "../state/state.ts";

/** Everything that the console page shows. Lists are cut to what a page can show; `totals` counts all. */
export interface ConsoleView {
  clock: ClockView;
  repositories: RepositoryView[];
  /** By id of the pipeline, the newest last. */
  pipelines: PipelineView[];
  /** The last few of each pipeline that is shown, the newest last. */
  runs: RunView[];
  /** The last builds and deployments of all projects, the newest first. */
  executions: ExecutionView[];
  /** The newest last. */
  requests: RequestEntry[];
  faults: FaultRule[];
  totals: { pipelines: number; requests: number };
  /** Names of the operations that fault rules can be for. */
  operations: readonly string[];
}

export interface ClockView {
  /** Emulated milliseconds since the epoch. */
  time: number;
  /** Emulated milliseconds per real one. */
  speed: number;
  /** When the next schedule is due, milliseconds since the epoch; null when none is. */
  nextSchedule: number | null;
}

export interface RepositoryView {
  name: string;
  branches: string[];
}

/** A build of SourceBuild, or a deployment of SourceDeploy. */
export interface ExecutionView {
  /** Differs for all of them. */
  key: string;
  /** What it is of: `shop-api`, `shop / prod / rolling`. */
  target: string;
  /** What did it. */
  service: "SourceBuild" | "SourceDeploy";
  /** In the service's words. */
  status: string;
  /** The same as a status of a run, for its mark. */
  mark: Status;
  begin: number;
  end: number | null;
}

export interface PipelineView {
  id: number;
  name: string;
  description: string;
  region: string;
  tasks: TaskView[];
  trigger: Trigger;
}

export interface TaskView extends Pick<Task, "name" | "type" | "linkedTasks"> {
  /** What it works on, in words: `shop-api, main`. */
  target: string;
}

export interface RunView extends Pick<
  Run,
  "id" | "projectId" | "requestType" | "requestId" | "begin" | "end" | "status"
> {
  tasks: Pick<RunTask, "name" | "status">[];
  /** Name of the pipeline whose run led to it; null when none did. */
  after: string | null;
}

/** The parts of a view whose items have ids and are sent one by one. */
export const itemLists = ["pipelines", "runs", "requests"] as const;
export type ItemList = (typeof itemLists)[number];

/** The parts that are sent as a whole. */
export const wholeParts = ["clock", "repositories", "executions", "faults", "totals"] as const;
type WholePart = (typeof wholeParts)[number];

/** One event of `GET /_emulator/events`: its name, and what stands under `data`. */
export type ConsoleEvent =
  | { readonly event: "snapshot"; readonly data: ConsoleView }
  | { readonly event: "changed"; readonly data: { list: ItemList; item: { id: number } } }
  | { readonly event: "removed"; readonly data: { list: ItemList; id: number } }
  | { readonly event: "replaced"; readonly data: { part: WholePart; value: unknown } };
