import type { Category } from "../api/error-codes.ts";
import type { OperationName } from "../api/operations.ts";
import type { Effect, Failure, Reason } from "./failure.ts";

/** What an error of this package says besides its message. */
export interface ServiceErrorDetails extends Failure {
  readonly operation: OperationName;
  readonly remedy: string;
}

/** The same in every copy of this package, unlike a class. */
const marker = Symbol.for("pulumi-ncloud-sourcepipeline.ServiceError");

/**
 * A call of the service that failed; one subclass for each category. There is no property `code`: Pulumi's process
 * protocol would read it as a status of its own. The stack is empty, because Pulumi prints stacks to users.
 */
export class ServiceError extends Error {
  readonly category: Category;
  readonly reason: Reason;
  readonly operation: OperationName;
  /** What to do about it. */
  readonly remedy: string;
  /** Whether a request that changes something certainly had no effect. */
  readonly effect: Effect;
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined;
  readonly serviceCode: string | undefined;
  readonly serviceMessage: string | undefined;
  readonly requestId: string | undefined;
  /** How long the service asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, details: ServiceErrorDetails) {
    super(message);
    this.category = details.category;
    this.reason = details.reason;
    this.operation = details.operation;
    this.remedy = details.remedy;
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

export class AuthenticationError extends ServiceError {}
export class PermissionError extends ServiceError {}
export class NotFoundError extends ServiceError {}
export class ConflictError extends ServiceError {}
export class ValidationError extends ServiceError {}
export class ThrottlingError extends ServiceError {}
export class ServerError extends ServiceError {}
export class NetworkError extends ServiceError {}
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
 * @example if (isServiceError(error) && error.category === "notFound") …
 */
export function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && marker in error;
}
