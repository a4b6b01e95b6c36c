import type { Failure } from "../../../../provider/core/http/failure.ts";

/** A failure for tests: a server error, unless given otherwise. */
export const failureWith = (facts: Partial<Failure> = {}): Failure => ({
  category: "server",
  reason: "errorResponse",
  effect: "none",
  ...facts,
});

export const throttled = (facts: Partial<Failure> = {}): Failure =>
  failureWith({ category: "throttling", status: 429, ...facts });

export const refused = failureWith({ category: "network", reason: "refused" });
export const lost = failureWith({ category: "network", reason: "reset", effect: "unknown" });
