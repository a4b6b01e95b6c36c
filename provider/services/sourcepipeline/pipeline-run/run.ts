/** How a run or a task of it stands, whatever words the service uses for it. */
export type RunState = "running" | "succeeded" | "failed" | "canceled";

/** The service documents no list of status words; these are all that are known (reference section 8, row 1). */
const words: Readonly<Record<Exclude<RunState, "running">, readonly string[]>> = {
  succeeded: ["success", "succeeded", "complete", "completed", "done"],
  failed: ["fail", "failed", "failure", "error", "timeout"],
  canceled: ["cancel", "canceled", "cancelled", "stop", "stopped"],
};

/**
 * Classifies a status word; any other word counts as still running.
 *
 * @example stateOfStatus("SUCCESS") // "succeeded"
 */
export function stateOfStatus(status: string | undefined): RunState {
  const word = (status ?? "").toLowerCase();
  const states = Object.keys(words) as (keyof typeof words)[];
  return states.find((state) => words[state].includes(word)) ?? "running";
}

/** Times before this many milliseconds since 1970 are seconds: as milliseconds they would lie in 1973. */
const millisecondsFrom = 1e11;

/**
 * A timestamp of a run as ISO text; the service may give seconds or milliseconds, and null, 0 or nothing while there
 * is none.
 *
 * @example isoTime(1700000000) // "2023-11-14T22:13:20.000Z"
 */
export function isoTime(stamp: number | undefined): string | undefined {
  if (!stamp) return undefined;
  return new Date(stamp < millisecondsFrom ? stamp * 1000 : stamp).toISOString();
}

/** A run of a pipeline. */
export interface Run {
  /** The service's id of the run. */
  id: number;
  /** Id of the pipeline. */
  pipelineId: number;
  /** How it stands, whatever the service's words. */
  state: RunState;
  /** The service's own word for the state. */
  status?: string;
  /** ISO time. */
  startedAt?: string;
  /** ISO time; none while it runs. */
  endedAt?: string;
}

/** What the service says about a run. */
interface History {
  id: number;
  begin?: number | undefined;
  end?: number | undefined;
  status?: string | undefined;
}

/** Translates a run. */
export function runOf({ id, begin, end, status }: History, pipelineId: number): Run {
  const startedAt = isoTime(begin);
  const endedAt = isoTime(end);
  return {
    id,
    pipelineId,
    state: stateOfStatus(status),
    ...(status === undefined ? {} : { status }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
  };
}

/** Translates a task of a run. */
export function runTaskOf({ name, type, status, linkedTasks, resultId }: HistoryTask): RunTask {
  return {
    name,
    linkedTasks,
    state: stateOfStatus(status),
    ...(type === undefined ? {} : { type }),
    ...(status === undefined ? {} : { status }),
    ...(resultId === undefined ? {} : { resultId }),
  };
}

/** A task of a run. */
export interface RunTask {
  /** Name of the task. */
  name: string;
  /** The kind of task, in the service's words. */
  type?: string;
  /** How it stands, whatever the service's words. */
  state: RunState;
  /** The service's own word for the state. */
  status?: string;
  /** Names of the tasks that it waited for. */
  linkedTasks: string[];
  /** Id of the build or the deployment. */
  resultId?: string;
}

/** What the service says about a task of a run. */
interface HistoryTask {
  name: string;
  type?: string | undefined;
  status?: string | undefined;
  /** Names of the tasks that it waited for. */
  linkedTasks: string[];
  resultId?: string | undefined;
}

/** How a run or a task stands, in the words of those who wait for it. */
export type RunStatus = "running" | "success" | "failed" | "canceled";

/** How a task of a run stands. */
export interface TaskOutcome {
  /** How it stands, whatever the service's words. */
  status: RunStatus;
  /** The service's own word. */
  rawStatus?: string;
  /** Id of the build or the deployment. */
  resultId?: string;
  /** `SourceBuild` or `SourceDeploy`. */
  type?: string;
}

/** What a run came to, or how it stands; plain JSON. */
export interface RunOutcome {
  /** The service's id of the run. */
  runId: string;
  /** How it stands, whatever the service's words. */
  status: RunStatus;
  /** The service's own word. */
  rawStatus?: string;
  /** What started it, in the service's words: `console` (a person, or a call), `trigger`. */
  requestType?: string;
  /** ISO time. */
  begin?: string;
  /** ISO time; none while it runs. */
  end?: string;
  /** From begin to end; none while it runs. */
  durationMs?: number;
  /** Its tasks, by name. */
  tasks: Record<string, TaskOutcome>;
}

/** A change of a task that was seen while a run was followed. */
export interface TaskChange {
  /** Name of the task. */
  readonly task: string;
  /** How it stands now, whatever the service's words. */
  readonly status: RunStatus;
  /** The service's own word. */
  readonly rawStatus: string;
  /** Id of the build or the deployment, once there is one. */
  readonly resultId?: string | undefined;
  /** Since the run was followed, in milliseconds. */
  readonly elapsedMs: number;
}
