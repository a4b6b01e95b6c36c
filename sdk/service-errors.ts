/* What the service and the way to it fail with, as programs and scripts meet it. */

export {
  AuthenticationError,
  ConflictError,
  isServiceError,
  NetworkError,
  NotFoundError,
  PermissionError,
  ServerError,
  ServiceError,
  ThrottlingError,
  UnexpectedResponseError,
  ValidationError,
} from "../provider/core/http/errors.ts";
export type { ErrorCode } from "../provider/core/public-codes.ts";
