import type { RunOutcome, RunStatus } from "../../provider/services/sourcepipeline/pipeline-run/run-outcome.ts";

/** A task of a run, before anything is known of its status. */
export interface TaskNode {
  readonly name: string;
  readonly type: string;
  readonly linkedTasks: readonly string[];
}

/** Why a command stopped following a run that had not ended. */
export type StopReason = "interrupt" | "timeout";

/** What happens while a run is followed. */
export type RunHappening =
  /** Another run is waited for, or joined. */
  | { readonly event: "note"; readonly message: string }
  | { readonly event: "started" | "joined" | "following"; readonly runId: string }
  /** The tasks of the run, once, before the first `task`. */
  | { readonly event: "tasks"; readonly runId: string; readonly tasks: readonly TaskNode[] }
  | {
      readonly event: "task";
      readonly runId: string;
      readonly task: string;
      readonly status: RunStatus;
      readonly rawStatus: string;
      readonly resultId?: string | undefined;
      /** Since the run was followed. */
      readonly elapsedMs: number;
    }
  | { readonly event: "canceling"; readonly runId: string; readonly reason: StopReason }
  /** The run ended; `reason` when this command canceled it. */
  | {
      readonly event: "ended";
      readonly runId: string;
      readonly status: RunStatus;
      readonly outcome: RunOutcome;
      readonly reason?: StopReason | undefined;
      readonly exitCode: number;
    }
  /** The command ends, and the run goes on, as far as is known. */
  | {
      readonly event: "left";
      readonly runId: string;
      readonly reason: StopReason;
      /** Whether a cancel was requested whose end was not seen. */
      readonly isCanceling: boolean;
      readonly exitCode: number;
    }
  | { readonly event: "error"; readonly message: string; readonly exitCode: number };

/** The pipeline whose run is followed. */
export interface RunSubject {
  /** The service's id. */
  readonly id: number;
  /** Undefined when no list shows the id. */
  readonly name: string | undefined;
  /** Whether its name means another pipeline of the account, too. */
  readonly isShared?: boolean;
}

/** One line of `--json`, as docs/run-events.schema.json describes it. */
export type RunEvent = {
  readonly version: 1;
  /** ISO time of this machine. */
  readonly time: string;
  readonly pipeline: { readonly id: string; readonly name?: string | undefined };
} & RunHappening;

/** Takes what happens. */
export type Emit = (happening: RunHappening) => void;

/** @example describeSubject({ id: 3101, name: "shop" }) // 'pipeline "shop"' */
export const describeSubject = ({ id, name, isShared = false }: RunSubject): string =>
  name === undefined ? `pipeline ${id}` : `pipeline "${name}"${isShared ? ` (id ${id})` : ""}`;

/** How a pipeline is written in a command: by a name of its own, behind `--` where that looks like an option. */
export function wordOf({ id, name, isShared = false }: RunSubject): string {
  if (name === undefined || isShared) return String(id);
  return name.startsWith("-") ? `-- ${name}` : name;
}

/** @param now milliseconds since the epoch */
export const runEvent = (happening: RunHappening, { id, name }: RunSubject, now: number): RunEvent => ({
  version: 1,
  time: new Date(now).toISOString(),
  pipeline: { id: String(id), name },
  ...happening,
});
