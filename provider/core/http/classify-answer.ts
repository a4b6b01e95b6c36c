import { categoryOfServiceCode, gatewayErrors, type Category, type GatewayError } from "./error-codes.ts";
import type { Method } from "./operation.ts";
import type { Effect } from "./failure.ts";

const gatewayRows: readonly GatewayError[] = Object.values(gatewayErrors);
const byStatusAndCode = new Map(gatewayRows.map((row) => [`${String(row.status)} ${row.code}`, row.category]));
const byCode = new Map(gatewayRows.map((row) => [row.code, row.category]));

/** For answers that carry no known code: a load balancer's page, an empty body, a code of another service. */
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
 * The category of an error answer, by status and code together: the gateway's 200 and 400 are not HTTP's.
 *
 * @param status HTTP status; below 300 for an error object inside a success.
 * @param code Code as text, empty when there is none.
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

/**
 * Whether an answer that is an error can have had an effect all the same. A refusal (4xx) has none; a server that
 * failed, whatever the status (408 is a timeout in all but name), and a success without its content may have done the
 * work.
 */
export function effectOf(method: Method, status: number, category: Category): Effect {
  if (method === "GET") return "none";
  return status >= 400 && status < 500 && category !== "server" ? "none" : "unknown";
}

export const isSuccess = (status: number): boolean => status >= 200 && status < 300;
