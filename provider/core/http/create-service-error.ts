import { describeFailure } from "./describe-failure.ts";
import { errorClasses, type ServiceError } from "./errors.ts";
import type { Failure } from "./failure.ts";
import { hintOf } from "./hints.ts";
import type { ServiceHints } from "./service.ts";

/** Which call it was that failed. */
export interface CallContext {
  readonly operation: string;
  /** What the operation does, for people: "get a pipeline". */
  readonly summary: string;
  /** Host and port of the endpoint. */
  readonly host: string;
  /** How many attempts were made. */
  readonly attempts: number;
}

/**
 * The error of a failed call: what was tried and where, what happened, what to do.
 *
 * @example "Could not get a pipeline at 127.0.0.1:4600: the service answered with an error (HTTP 400, …). Check …"
 */
export function createServiceError(failure: Failure, context: CallContext, hints: ServiceHints): ServiceError {
  const { operation, summary, host, attempts } = context;
  const hint = hintOf(failure, operation, hints);
  const tries = attempts > 1 ? `, after ${String(attempts)} attempts` : "";
  const message = `Could not ${summary} at ${host}${wayOf(failure)}: ${describeFailure(failure)}${tries}. ${hint}`;
  return new errorClasses[failure.category](message, { ...failure, operation, hint });
}

/** A proxy may be to blame for everything that did not come from the service itself. */
function wayOf({ category, proxy }: Failure): string {
  const isDoubtful = ["network", "server", "unexpectedResponse"].includes(category);
  return proxy !== undefined && isDoubtful ? ` through the proxy ${proxy.host} (${proxy.variable})` : "";
}
