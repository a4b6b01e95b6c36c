import type { PathParameter } from "./operation.ts";
import type { OperationName, Operations } from "../../services/sourcepipeline/api/operations.ts";
import type { Limiters } from "./limiter.ts";

/** What a client needs to know. Clock, randomness and waiting are arguments, so that tests move them by hand. */
export interface ClientOptions {
  /** Base URL in front of `/api/v1`, without user, query and fragment. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** From 0 up to, not including, 1. */
  readonly random?: () => number;
  /** Ends early when the signal aborts. */
  readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly log?: (level: "info" | "warning", message: string) => void;
  /** Shared by all clients of a process, so that those with the same endpoint and key hold back together. */
  readonly limiters?: Limiters;
  readonly timeouts?: Timeouts;
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are read; `process.env` unless given. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Limits of one attempt, in milliseconds. */
export interface Timeouts {
  /** Each of: finding the host, connecting, agreeing on encryption. 5 seconds unless given. */
  readonly connectMs?: number;
  /** From the start to the last byte of the answer. 30 seconds unless given. */
  readonly attemptMs?: number;
}

/** What one call can be given besides its request. */
export interface CallOptions {
  /** Ends waits and reading at once. A request that changes something and is under way is still awaited. */
  readonly signal?: AbortSignal;
  /** How long the whole call may take, waits and further attempts included, in milliseconds. */
  readonly deadlineMs?: number;
}

/** One method for each operation of the table. They reject with a `ServiceError` and nothing else. */
export type Client = {
  readonly [Name in OperationName]: (request: Request<Name>, options?: CallOptions) => Promise<Result<Name>>;
};

/**
 * The request of an operation, flat: the parameters of its path, `body`, and for lists the page and the search word.
 *
 * @example const request: Request<"getDeployStages"> = { projectId: 7, search: "prod" };
 */
export type Request<Name extends OperationName> = PathValues<Name> & Body<Name> & Page<Name> & Search<Name>;

/** What stands under `result` in an operation's answer. */
export type Result<Name extends OperationName> = ReturnType<Operations[Name]["result"]["parse"]>;

/** Names of the operations that answer with a list. */
export type ListName = {
  [Name in OperationName]: Operations[Name] extends { items: string } ? Name : never;
}[OperationName];

/** One item of an operation's list. */
export type Item<Name extends ListName> =
  Result<Name> extends Readonly<Record<Operations[Name]["items"], readonly (infer Element)[]>> ? Element : never;

type PathValues<Name extends OperationName> = Readonly<
  Record<PathParameter<Operations[Name]["path"]>, string | number>
>;

type Body<Name extends OperationName> = Operations[Name] extends { body: { parse: (...given: never[]) => infer Value } }
  ? { readonly body: Value }
  : unknown;

/** Both or neither: the service refuses half a pair. */
type Page<Name extends OperationName> = Operations[Name] extends { paged: true }
  ? { readonly pageNo: number; readonly pageSize: number } | { readonly pageNo?: never; readonly pageSize?: never }
  : unknown;

type Search<Name extends OperationName> = Operations[Name] extends { search: string }
  ? { readonly search?: string }
  : unknown;
