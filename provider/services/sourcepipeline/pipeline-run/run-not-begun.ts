import { ResourceError } from "../../../core/resource/errors.ts";
import type { HistoryEntry } from "./run-outcome.ts";

/**
 * Why no run was begun: one is under way that is not wanted, it did not end in time or before the interrupt, or the
 * history does not tell what became of the start.
 */
export type NotBegunReason = "underWay" | "timeout" | "interrupt" | "unconfirmed";

/** No run was begun, or nobody can say which. */
export class RunNotBegunError extends ResourceError {
  override name = "RunNotBegunError";
  readonly reason: NotBegunReason;
  /** The run under way, or those that may be what became of the start. */
  readonly candidates: readonly number[];

  constructor(reason: NotBegunReason, message: string, candidates: readonly HistoryEntry[]) {
    super(message);
    this.reason = reason;
    this.candidates = candidates.map(({ id }) => id);
  }
}
