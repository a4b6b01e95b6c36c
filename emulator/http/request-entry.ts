import type { Verdict } from "./check-signature.ts";

/** One line of the log of requests, as `GET /_emulator/requests` shows it. */
export interface RequestEntry {
  /** Counts up; it goes on when the list is emptied. */
  id: number;
  /** ISO time of the emulator's clock. */
  time: string;
  /** As received. */
  method: string;
  /** Path and query as received. */
  path: string;
  /** Name of the operation; null when the path belongs to none. */
  operation: string | null;
  /** null when the fault rules kept the answer back. */
  status: number | null;
  /** `"ok"`, or what is wrong with the signature. */
  signature: Verdict;
  /** What a fault rule did to it: `reset before`. */
  fault?: string;
}
