import type { OperationName } from "../services/operation-names.ts";

/** What a fault rule can do to a response. */
export const faultKinds = ["respond", "reset", "hang", "truncate", "delay"] as const;

/** What a fault rule does to a response: see the table of kinds in the manual. */
export type FaultKind = (typeof faultKinds)[number];

/** When a fault happens: before the handler changes anything, or after it did. */
export const faultMoments = ["before", "after"] as const;

/** Before the handler changed anything, or after it did. */
export type FaultMoment = (typeof faultMoments)[number];

/** One rule of the admin route `faults`. */
export interface FaultRule {
  /** Name of an operation, or `*` for each. */
  operation: OperationName | "*";
  /** `before` or `after` the handler. */
  when: FaultMoment;
  /** What the client gets to see of it. */
  kind: FaultKind;
  /** How often it happens; without it, always. */
  times?: number | undefined;
  /** From 0 to 1; without it, 1. */
  probability?: number | undefined;
  /** Of the response, for `respond` and `truncate`. */
  status?: number | undefined;
  /** A string is sent as it is, anything else as JSON. */
  body?: unknown;
  /** Of the response, for `respond` and `truncate`. */
  headers?: Record<string, string> | undefined;
  /** Real milliseconds before the fault happens. */
  delayMs?: number | undefined;
  /** How often it happened. */
  fired: number;
}
