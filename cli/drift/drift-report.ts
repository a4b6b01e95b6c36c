/*
 * What `sourcepipeline drift --json` prints. docs/drift.schema.json says the same as a JSON Schema; other programs rely
 * on both, so a change that is not an addition needs another version number.
 */

/** How a stack's pipelines differ from its last update. */
export interface DriftReport {
  readonly version: 1;
  readonly project: string;
  readonly stack: string;
  /** Whether anything below differs; the exit code is 7 then. */
  readonly drift: boolean;
  /** How many pipelines the stack manages. */
  readonly checked: number;
  readonly pipelines: readonly DriftedPipeline[];
  /** Pipelines of the account that no stack of the backend manages; only there when they were asked for. */
  readonly unmanaged?: readonly UnmanagedPipeline[];
  /**
   * Pipelines whose creation was under way when a command ended; any that may have left a pipeline behind counts as
   * drift.
   */
  readonly pendingCreates: readonly PendingCreate[];
  /** Resources of the stack that differ and are no pipelines; they do not count as drift here. */
  readonly otherResources: number;
  /** What could not be found out, and why. */
  readonly notes: readonly string[];
}

/** A pipeline that differs. */
export interface DriftedPipeline {
  readonly name: string;
  readonly id: string;
  readonly urn: string;
  /**
   * `edited`: changed in the pipeline itself. `deleted`: gone. `replaced`: gone, and another pipeline has its name.
   * `referenced`: changed only in a build or deploy project that it refers to.
   */
  readonly kind: "edited" | "deleted" | "replaced" | "referenced";
  /** The id of the pipeline that has the name now; only of kind `replaced`. */
  readonly replacedBy?: string;
  readonly changes: readonly Change[];
}

/** One difference. */
export interface Change {
  /** `description`, `tasks["build"]`, `tasks["build"].branch`, `triggers.schedules`. */
  readonly property: string;
  readonly class: "description" | "task" | "branch" | "trigger" | "target" | "other";
  /** Where it was changed: in the pipeline, or in a project that the task refers to. */
  readonly origin: "pipeline" | "project";
  /** Absent when it was added. Of a property that is or holds a secret, the text `[secret]`. */
  readonly before?: unknown;
  /** Absent when it was removed. Of a property that is or holds a secret, the text `[secret]`. */
  readonly after?: unknown;
}

/** A create whose outcome the stack does not know. */
export interface PendingCreate {
  /** Name of the resource. */
  readonly resource: string;
  readonly urn: string;
  /** Name of the pipeline; `[secret]` for one that is, empty when the state does not hold it. */
  readonly name: string;
  /** Pipelines of the account that may be its outcome; absent when that could not be determined. */
  readonly candidates?: readonly UnmanagedPipeline[];
}

/** A pipeline that no stack manages. */
export interface UnmanagedPipeline {
  readonly name: string;
  readonly id: string;
}
