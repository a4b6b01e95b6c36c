import { describeClock } from "./clock-skew.ts";
import type { Category } from "./error-codes.ts";
import { errorClasses, type ServiceError } from "./errors.ts";
import type { Failure } from "./failure.ts";
import { checkEndpoint, reasons } from "./reasons.ts";
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
 * @param hints What the service has to add of its own.
 * @example "Could not get a pipeline at 127.0.0.1:4600: the service returned an error (HTTP 400, …). Check …"
 */
export function createServiceError(failure: Failure, context: CallContext, hints: ServiceHints): ServiceError {
  const { operation, summary, host, attempts } = context;
  const hint = hintOf(failure, operation, hints);
  const tries = attempts > 1 ? `, after ${String(attempts)} attempts` : "";
  const message = `Could not ${summary} at ${host}${wayOf(failure)}: ${describeFailure(failure)}${tries}. ${hint}`;
  return new errorClasses[failure.category](message, { ...failure, operation, hint });
}

/**
 * What happened, in one clause.
 *
 * @example describeFailure(failure) // 'the service returned an error (HTTP 400, code 340404, "pipeline not found")'
 */
export function describeFailure(failure: Failure): string {
  const { reason, status, serviceCode, serviceMessage, requestId, detail, clockOffsetMs } = failure;
  const facts = [
    status === undefined ? "" : `HTTP ${String(status)}`,
    serviceCode ? `code ${serviceCode}` : "",
    serviceMessage ? JSON.stringify(serviceMessage) : (detail ?? ""),
    requestId ? `request ${requestId}` : "",
  ].filter((fact) => fact !== "");
  return `${reasons[reason].event}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}${describeClock(clockOffsetMs)}`;
}

/** A proxy may be to blame for everything that did not come from the service itself. */
function wayOf({ category, proxy }: Failure): string {
  const isDoubtful = ["network", "server", "unexpectedResponse"].includes(category);
  return proxy !== undefined && isDoubtful ? ` through the proxy ${proxy.host} (${proxy.variable})` : "";
}

/** What a user can do about it: one or two sentences. */
function hintOf(failure: Failure, operation: string, hints: ServiceHints): string {
  const { category, reason, status = 0 } = failure;
  if (category === "conflict") return hintOfConflict(failure, operation, hints);
  const { service, endpoint, policies } = hints;
  const variable = failure.proxy?.variable ?? "HTTPS_PROXY or HTTP_PROXY";
  const words: Readonly<Record<string, string>> = { service, endpoint, policies, variable };
  const hint = reasons[reason].hint ?? byStatus[status] ?? byCategory[category];
  return hint.replaceAll(/\{(\w+)\}/g, (_, word: string) => words[word] ?? "");
}

function hintOfConflict(failure: Failure, operation: string, { conflicts, plainConflict }: ServiceHints): string {
  const withReason = "The service refuses this in its present state, for the reason that it gives above.";
  const hint = conflicts[operation]?.[failure.serviceCode || plainConflict];
  return hint ?? (failure.serviceMessage ? withReason : byCategory.conflict);
}

const notOffered = `The server at this address does not offer this operation. ${checkEndpoint}`;

const byStatus: Readonly<Partial<Record<number, string>>> = { 501: notOffered, 505: notOffered };

/** `{service}` stands for its name, `{policies}` for those that permit what a client does. */
const byCategory: Readonly<Record<Category, string>> = {
  authentication:
    "Check the access key and the secret key (ncloud:accessKey and ncloud:secretKey, else NCLOUD_ACCESS_KEY and NCLOUD_SECRET_KEY, else ~/.ncloud/configure). `refresh` and `destroy` use the keys stored in the stack's state: add --run-program, or run `up` first, to use new ones.",
  permission: "Give the account of this access key a {service} policy ({policies}), or use the key of another account.",
  notFound: "Check the name or the id, the region and the account; it may have been deleted in the console.",
  conflict: "The service refuses this in its present state, and gives no reason. Run the command again later.",
  validation: "Correct what the message names.",
  throttling: "Wait a while and run the command again; fewer stacks at the same time help, too.",
  server: "Run the command again; if it goes on, look at the service's status page.",
  network: "Check the connection to the host and run the command again.",
  unexpectedResponse: `Run the command again. If it stays so, the endpoint may not be the {service} API. ${checkEndpoint}`,
};
