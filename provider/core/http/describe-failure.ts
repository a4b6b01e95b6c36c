import type { Failure, Reason } from "./failure.ts";

/** What happened, for each reason; the service's own words follow where there are any. */
const events: Readonly<Record<Reason, string>> = {
  answered: "the service answered with an error",
  unknownPath: "the service does not know this path",
  redirected: "the answer points to another address",
  webPage: "the answer is a web page, not JSON",
  notJson: "the answer is not JSON",
  truncated: "the answer is cut off",
  empty: "the answer is empty",
  otherContent: "the answer lacks the expected content",
  tooLarge: "the answer is too large",
  endless: "the list does not end",
  refused: "the connection was refused",
  unknownHost: "the host name is not known",
  unreachable: "no connection could be made",
  timeout: "no answer came in time",
  reset: "the connection broke before the answer was complete",
  insecure: "no trusted connection could be made",
  notHttp: "the answer is not HTTP",
  proxyUnreachable: "the proxy could not be reached",
  proxyAuthentication: "the proxy asks for a user name and a password",
  proxyRefused: "the proxy does not connect to this host",
  proxyFailed: "the proxy could not connect to this host",
  interrupted: "it was interrupted",
  deadline: "its time was up",
  badRequest: "the request cannot be made",
  badEndpoint: "the endpoint cannot be used",
  badProxy: "the proxy cannot be used",
  badKey: "the access key or the region cannot be sent in a header",
  unexplained: "the request failed",
};

/** From here on a difference between two clocks is worth a word: one minute, in milliseconds. */
export const notableClockOffset = 60_000;

/**
 * What happened, in one clause.
 *
 * @example describeFailure(failure) // 'the service answered with an error (HTTP 400, code 340404, "pipeline not found")'
 */
export function describeFailure(failure: Failure): string {
  const { reason, status, serviceCode, serviceMessage, requestId, detail, clockOffsetMs } = failure;
  const facts = [
    status === undefined ? "" : `HTTP ${String(status)}`,
    serviceCode ? `code ${serviceCode}` : "",
    serviceMessage ? JSON.stringify(serviceMessage) : (detail ?? ""),
    requestId ? `request ${requestId}` : "",
  ].filter((fact) => fact !== "");
  return `${events[reason]}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}${describeClock(clockOffsetMs)}`;
}

/**
 * How far the service's clock is from this machine's, in words; empty when it is not far.
 *
 * @example describeClock(6 * 60_000) // "; the service's clock is 6 minutes ahead of this machine's: set the clock"
 */
function describeClock(offset = 0): string {
  if (Math.abs(offset) < notableClockOffset) return "";
  return `; the service's clock is ${describeOffset(offset)} this machine's: set the clock`;
}

/** @example describeOffset(-90_000) // "90 seconds behind" */
export function describeOffset(offset: number): string {
  const seconds = Math.round(Math.abs(offset) / 1000);
  const amount = seconds < 120 ? `${String(seconds)} seconds` : `${String(Math.round(seconds / 60))} minutes`;
  return `${amount} ${offset > 0 ? "ahead of" : "behind"}`;
}
