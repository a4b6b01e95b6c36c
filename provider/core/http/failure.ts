import type { Category } from "./error-codes.ts";

/** Whether a request that changes something certainly had no effect, or may have had one. Reading never has one. */
export type Effect = "none" | "unknown";

/** How a call failed, finer than its category; `reasons.ts` holds what follows from each. */
export type Reason =
  /** The service or its gateway returned an error. */
  | "errorResponse"
  /** The path itself does not exist there: a missing thing, or a wrong endpoint. */
  | "unknownPath"
  | "redirected"
  /** A web page, where JSON was expected. */
  | "webPage"
  | "notJson"
  | "truncated"
  | "empty"
  /** JSON, a success by its status, without the expected content. */
  | "otherContent"
  | "tooLarge"
  /** A list that never ends. */
  | "endless"
  | "notHttp"
  | "refused"
  | "unknownHost"
  | "unreachable"
  | "timeout"
  | "reset"
  | "insecure"
  | "unexplained"
  /** A proxy stands in the way: it cannot be reached, wants a password, does not want to connect, or cannot. */
  | "proxyUnreachable"
  | "proxyAuthentication"
  | "proxyRefused"
  | "proxyFailed"
  /** The caller ended it. */
  | "interrupted"
  | "deadline"
  /** Found before anything was sent: a value that cannot be part of a request. */
  | "badRequest"
  | "badEndpoint"
  | "badProxy"
  | "badKey";

/** Everything there is to report about a call that failed, as plain data. */
export interface Failure {
  readonly category: Category;
  readonly reason: Reason;
  readonly effect: Effect;
  /** HTTP status, where there was a response. */
  readonly status?: number | undefined;
  /** The code that the service or its gateway gave, as a string. */
  readonly serviceCode?: string | undefined;
  readonly serviceMessage?: string | undefined;
  readonly requestId?: string | undefined;
  /** How long the service asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** The service's clock minus the timestamp of the request, in milliseconds; of authentication failures. */
  readonly clockOffsetMs?: number | undefined;
  /** The service's clock when it responded, in milliseconds since the epoch; of authentication failures. */
  readonly serviceTime?: number | undefined;
  /** What the network or the parser reported. */
  readonly detail?: string | undefined;
  /** The proxy that the request passed or was to pass: host and port, and the variable that names it. */
  readonly proxy?: { readonly host: string; readonly variable: string } | undefined;
}

/** How one attempt ended. */
export type Outcome = { readonly result: unknown; readonly failure?: never } | { readonly failure: Failure };

/** A signature: Base64 of 32 bytes. */
const signature = /[A-Za-z0-9+/]{43}=/g;

/** The failure without keys and signatures: a gateway may repeat what it was sent. */
export function redactFailure(failure: Failure, secrets: readonly string[]): Failure {
  const redact = (text: string | undefined): string | undefined =>
    secrets
      .filter((secret) => secret !== "")
      .reduce((shown, secret) => shown?.replaceAll(secret, "[redacted]"), text)
      ?.replaceAll(signature, "[redacted]");
  return {
    ...failure,
    serviceCode: redact(failure.serviceCode),
    serviceMessage: redact(failure.serviceMessage),
    requestId: redact(failure.requestId),
    detail: redact(failure.detail),
  };
}
