/** What kind of failure a response, or the lack of one, is. */
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

/** One row of the table of errors that the gateway returns by itself, before the service sees a request. */
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
 * Codes of the services behind the gateway have six digits: the first two name the service, the last three speak like an
 * HTTP status. They are numbers on the wire.
 */
export const isServiceCode = (code: string): boolean => /^\d{6}$/.test(code);

/** Categories by the last three digits of a service's code; those from 500 to 599 are the service's own failures. */
const serviceCategories: Readonly<Record<string, Category>> = {
  "400": "validation",
  "401": "authentication",
  "403": "permission",
  "404": "notFound",
  "405": "conflict",
  "409": "conflict",
  "429": "throttling",
  // A build project whose repository cannot be resolved, and a scenario of the wrong shape.
  "610": "validation",
  "900": "validation",
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

const gatewayRows: readonly GatewayError[] = Object.values(gatewayErrors);
const byStatusAndCode = new Map(gatewayRows.map((row) => [`${String(row.status)} ${row.code}`, row.category]));
const byCode = new Map(gatewayRows.map((row) => [row.code, row.category]));

/** For responses that carry no code of these: a load balancer's page, an empty body, a code of another service. */
const byStatus: Readonly<Record<number, Category>> = {
  401: "authentication",
  403: "permission",
  404: "notFound",
  407: "network",
  408: "server",
  409: "conflict",
  429: "throttling",
};

/** The hundreds of the rest. */
const byClass: Readonly<Record<number, Category>> = { 4: "validation", 5: "server" };

/**
 * The category of an error response, by status and code together: the gateway's 200 and 400 are not HTTP's.
 *
 * @param status HTTP status; below 300 for an error object inside a success.
 * @param code Code as a string, empty when there is none.
 * @example categoryOf(400, "340404") // "notFound"
 */
export function categoryOf(status: number, code: string): Category {
  if (status === 429) return "throttling";
  return (
    categoryOfServiceCode(code) ??
    (isSuccess(status) ? byCode.get(code) : byStatusAndCode.get(`${String(status)} ${code}`)) ??
    byStatus[status] ??
    byClass[Math.floor(status / 100)] ??
    "unexpectedResponse"
  );
}

export const isSuccess = (status: number): boolean => status >= 200 && status < 300;
