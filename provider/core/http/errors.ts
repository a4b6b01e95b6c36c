import type { Category } from "./error-codes.ts";
import type { ErrorCode } from "../public-codes.ts";
import { publicCodes } from "../public-codes.ts";
import type { Effect, Failure, Reason } from "./failure.ts";

/** What an error of this package holds besides its message. */
export interface ServiceErrorDetails extends Failure {
  readonly operation: string;
  readonly hint: string;
}

/** The same in every copy of this package, unlike a class. */
const marker = Symbol.for("pulumi-ncloud-sourcepipeline.ServiceError");

/*
 * The code is a string: Pulumi's process protocol would read a number, such as the HTTP status, as a status of its own.
 * The stack is empty, because Pulumi prints stacks to users.
 */

/** A call of the service that failed; one subclass for each category. */
export class ServiceError extends Error {
  /** Stable, one for each category, such as `NCLOUD_NOT_FOUND`. */
  readonly code: ErrorCode;
  /** What kind of failure it is, such as `notFound`. */
  readonly category: Category;
  /** How the call failed, finer than the category, such as `timeout`. */
  readonly reason: Reason;
  /** The operation that was called, such as `getProject`. */
  readonly operation: string;
  /** What to do about it. */
  readonly hint: string;
  /** Whether a request that changes something certainly had no effect. */
  readonly effect: Effect;
  /** HTTP status, where there was a response. */
  readonly status: number | undefined;
  /** The code that the service or its gateway gave, as a string. */
  readonly serviceCode: string | undefined;
  /** The service's own message. */
  readonly serviceMessage: string | undefined;
  /** The id that the service gave the request. */
  readonly requestId: string | undefined;
  /** How long the service asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** What the network or the parser reported, where it did. */
  declare readonly cause?: unknown;

  /** An error belongs to a class by its category: a program may hold the class of another copy of the package. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isServiceError(value) && (this === ServiceError || errorClasses[value.category] === this);
  }

  /** Made by the client: programs receive these errors, and make none. */
  constructor(message: string, details: ServiceErrorDetails) {
    super(message);
    this.code = publicCodes[details.category];
    this.category = details.category;
    this.reason = details.reason;
    this.operation = details.operation;
    this.hint = details.hint;
    this.effect = details.effect;
    this.status = details.status;
    this.serviceCode = details.serviceCode;
    this.serviceMessage = details.serviceMessage;
    this.requestId = details.requestId;
    this.retryAfterMs = details.retryAfterMs;
    this.stack = "";
    Object.defineProperties(this, {
      name: { value: new.target.name },
      [marker]: { value: true },
    });
    if (details.detail !== undefined) Object.defineProperty(this, "cause", { value: details.detail });
  }
}

/** The key or the signature was rejected. */
export class AuthenticationError extends ServiceError {}
/** The key may not do this. */
export class PermissionError extends ServiceError {}
/** What was asked for does not exist. */
export class NotFoundError extends ServiceError {}
/** The request conflicts with what exists, such as a taken name. */
export class ConflictError extends ServiceError {}
/** The service rejected the content of a request. */
export class ValidationError extends ServiceError {}
/** Too many requests. */
export class ThrottlingError extends ServiceError {}
/** The service failed. */
export class ServerError extends ServiceError {}
/** No response arrived. */
export class NetworkError extends ServiceError {}
/** The response is not one of the service. */
export class UnexpectedResponseError extends ServiceError {}

/** The class of each category. */
export const errorClasses: Readonly<Record<Category, typeof ServiceError>> = {
  authentication: AuthenticationError,
  permission: PermissionError,
  notFound: NotFoundError,
  conflict: ConflictError,
  validation: ValidationError,
  throttling: ThrottlingError,
  server: ServerError,
  network: NetworkError,
  unexpectedResponse: UnexpectedResponseError,
};

/**
 * Whether an error came from a client, of this copy of the package or of another.
 *
 * @param error whatever was thrown
 * @example
 * const found = await ncloud.getPipeline({ id: 3101 }).catch((error: unknown) => {
 *   if (ncloud.isServiceError(error) && error.category === "notFound") return undefined;
 *   throw error;
 * });
 */
export function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && marker in error;
}
