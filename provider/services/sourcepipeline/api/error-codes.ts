/** What kind of failure an answer, or the lack of one, is. */
export const categories = [
  "authentication",
  "permission",
  "notFound",
  "conflict",
  "validation",
  "throttling",
  "server",
  "network",
  "unexpectedResponse",
] as const;
export type Category = (typeof categories)[number];

/** One row of the table of codes that the gateway answers with, before the service sees a request. */
export interface GatewayError {
  status: number;
  code: string;
  message: string;
  category: Category;
}

/** Codes of the API gateway (reference section 1.6); they are strings on the wire. */
export const gatewayErrors = {
  badRequest: { status: 400, code: "100", message: "Bad Request Exception", category: "validation" },
  authenticationFailed: { status: 401, code: "200", message: "Authentication Failed", category: "authentication" },
  permissionDenied: { status: 401, code: "210", message: "Permission Denied", category: "permission" },
  forbidden: { status: 403, code: "230", message: "Forbidden", category: "permission" },
  notFound: { status: 404, code: "300", message: "Not Found Exception", category: "notFound" },
  quotaExceeded: { status: 429, code: "400", message: "Quota Exceeded", category: "throttling" },
  throttleLimited: { status: 429, code: "410", message: "Throttle Limited", category: "throttling" },
  rateLimited: { status: 429, code: "420", message: "Rate Limited", category: "throttling" },
  entityTooLarge: { status: 413, code: "430", message: "Request Entity Too Large", category: "validation" },
  endpointError: { status: 503, code: "500", message: "Endpoint Error", category: "server" },
  endpointTimeout: { status: 504, code: "510", message: "Endpoint Timeout", category: "server" },
  unexpected: { status: 500, code: "900", message: "Unexpected Error", category: "server" },
} as const satisfies Record<string, GatewayError>;

/**
 * Codes of the services behind the gateway: six digits, the first two name the service, the last three speak like an
 * HTTP status; numbers on the wire. SourcePipeline's own are assumed (reference section 8, rows 2, 3, 4, 12 and 16).
 */
export const serviceErrors = {
  invalid: { code: 340400, message: "invalid request" },
  pipelineNotFound: { code: 340404, message: "pipeline not found" },
  duplicateName: { code: 340405, message: "pipeline name is already in use" },
  conflict: { code: 340409, message: "not possible in the present state" },
  repositoryNotFound: { code: 310404, message: "repository not found" },
  buildProjectNotFound: { code: 320404, message: "build project not found" },
  deployNotFound: { code: 330404, message: "deploy project or stage not found" },
} as const;

/** Categories by the last three digits of a service's code; those from 500 to 599 are the service's own failures. */
const serviceCategories: Readonly<Record<string, Category>> = {
  "400": "validation",
  "401": "authentication",
  "403": "permission",
  "404": "notFound",
  "405": "conflict",
  "409": "conflict",
  "429": "throttling",
};

/**
 * The category that a service's code speaks of, whatever the HTTP status; undefined for other codes.
 *
 * @example categoryOfServiceCode("340404") // "notFound"
 */
export function categoryOfServiceCode(code: string): Category | undefined {
  if (!isServiceCode(code)) return undefined;
  return serviceCategories[code.slice(3)] ?? (code[3] === "5" ? "server" : undefined);
}

/** Codes of the services behind the gateway have six digits. */
export const isServiceCode = (code: string): boolean => /^\d{6}$/.test(code);

/**
 * Whether the service says that a pipeline's name is taken (reference section 8, rows 3 and 22). Every other conflict
 * has another reason: a quota, a run in progress, a related service that is not subscribed.
 *
 * @param failure A `ServiceError`, or what is known of one.
 * @example if (isServiceError(error) && isDuplicateName(error)) …
 */
export const isDuplicateName = ({ serviceCode }: { readonly serviceCode?: string | undefined }): boolean =>
  serviceCode === String(serviceErrors.duplicateName.code);
