import type { OperationName } from "../../provider/api/index.ts";

export const faultKinds = ["respond", "reset", "hang", "truncate", "delay"] as const;
export type FaultKind = (typeof faultKinds)[number];

/** When a fault happens: before the handler changes anything, or after it did. */
export const faultMoments = ["before", "after"] as const;
export type FaultMoment = (typeof faultMoments)[number];

/** One rule of the admin route `faults`. */
export interface FaultRule {
  operation: OperationName | "*";
  when: FaultMoment;
  kind: FaultKind;
  /** How often it happens; without it, always. */
  times?: number | undefined;
  /** From 0 to 1; without it, 1. */
  probability?: number | undefined;
  /** Of the answer, for `respond` and `truncate`. */
  status?: number | undefined;
  /** A text is sent as it is, anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string> | undefined;
  /** Real milliseconds before the fault happens. */
  delayMs?: number | undefined;
  /** How often it happened. */
  fired: number;
}
