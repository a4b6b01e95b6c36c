import type { Verdict } from "./check-signature.ts";

/** One line of the log of requests, as `GET /_emulator/requests` shows it. */
export interface RequestEntry {
  id: number;
  /** ISO time of the emulator's clock. */
  time: string;
  method: string;
  /** Path and query as received. */
  path: string;
  /** Name of the operation; null when the path belongs to none. */
  operation: string | null;
  /** null when the fault rules kept the answer back. */
  status: number | null;
  signature: Verdict;
  /** What a fault rule did to it: `reset before`. */
  fault?: string;
}
