import type { Category } from "./error-codes.ts";

/** Whether a request that changes something certainly had no effect, or may have had one. Reading never has one. */
export type Effect = "none" | "unknown";

/** How a call failed, finer than its category: the texts for people and the retry policy go by it. */
export type Reason =
  /** The service or its gateway answered with an error. */
  | "answered"
  /** The path itself is not known there: a missing thing, or a wrong endpoint. */
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
  | "refused"
  | "unknownHost"
  | "unreachable"
  | "timeout"
  | "reset"
  | "insecure"
  | "notHttp"
  /** A proxy stands in the way: it cannot be reached, asks who is there, does not want to connect, or cannot. */
  | "proxyUnreachable"
  | "proxyAuthentication"
  | "proxyRefused"
  | "proxyFailed"
  | "interrupted"
  | "deadline"
  /** Found before anything was sent: a value that cannot be part of a request. */
  | "badRequest"
  | "badEndpoint"
  | "badProxy"
  | "badKey"
  | "unexplained";

/** Everything known about a call that failed, as plain data. */
export interface Failure {
  readonly category: Category;
  readonly reason: Reason;
  readonly effect: Effect;
  /** HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** The code that the service or its gateway gave, as text. */
  readonly serviceCode?: string | undefined;
  readonly serviceMessage?: string | undefined;
  readonly requestId?: string | undefined;
  /** How long the service asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** The service's clock minus the timestamp of the request, in milliseconds; of authentication failures. */
  readonly clockOffsetMs?: number | undefined;
  /** The service's clock when it answered, in milliseconds since the epoch; of authentication failures. */
  readonly serviceTime?: number | undefined;
  /** What the network or the parser said. */
  readonly detail?: string | undefined;
  /** The proxy that the request passed or was to pass: host and port, and the variable that names it. */
  readonly proxy?: { readonly host: string; readonly variable: string } | undefined;
}

/** How one attempt ended. */
export type Outcome = { readonly result: unknown; readonly failure?: never } | { readonly failure: Failure };
