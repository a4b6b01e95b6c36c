/** Errors stop a pipeline from being written; warnings are told, and it is written all the same. */
export type Severity = "error" | "warning";

/** A rule that a pipeline must keep, as its users read about it. */
export interface Rule {
  readonly severity: Severity;
  /** What holds where the rule is kept. */
  readonly title: string;
  /** Properties of a pipeline that break it. */
  readonly example: string;
  /** What to do, a sentence; messages that know more say more. */
  readonly hint: string;
}
