/** How a task ends; see the admin route `outcomes`. */
export interface OutcomeRule {
  /** Name of the pipeline; every one when left out. */
  pipeline?: string | undefined;
  /** Name of the task; every one when left out. */
  task?: string | undefined;
  /** Build or deploy project that the task names. */
  projectId?: number | undefined;
  /** How the task ends. */
  status: "success" | "failed";
  /** Emulated milliseconds; the setting `taskMs` when left out. */
  durationMs?: number | undefined;
  /** How often it may still be used; without it, always. */
  times?: number | undefined;
  /** How often it was used. */
  used: number;
}

/** What a rule is compared with. */
export interface TaskStart {
  readonly pipeline: string;
  readonly task: string;
  readonly projectId: number;
}

/** The first rule that matches and is not used up. */
export const findOutcome = (rules: readonly OutcomeRule[], start: TaskStart): OutcomeRule | undefined =>
  rules.find(
    (rule) =>
      (rule.times === undefined || rule.used < rule.times) &&
      (rule.pipeline === undefined || rule.pipeline === start.pipeline) &&
      (rule.task === undefined || rule.task === start.task) &&
      (rule.projectId === undefined || rule.projectId === start.projectId),
  );
