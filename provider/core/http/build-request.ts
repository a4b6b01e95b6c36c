import type { Method, Operation } from "./operation.ts";
import { apiRoot, expandPath } from "./path.ts";
import type { HttpProxy } from "./proxy/find-proxy.ts";

/** A request as it is sent, but for the signature. */
export interface HttpRequest {
  readonly method: Method;
  readonly url: string;
  readonly body?: string;
  /** What it passes through, where it does not go straight to the service. */
  readonly proxy?: HttpProxy | undefined;
}

/** The flat form in which a client's methods take a request. */
export type FlatRequest = Readonly<Record<string, unknown>>;

/**
 * Puts a request together: the path with its values, the query, the body as JSON. Spaces in the query become `%20`,
 * which every server reads alike.
 *
 * @example buildRequest(new URL("http://127.0.0.1:4600"), operations.getProject, { projectId: 12 })
 * @throws TypeError when a value cannot be part of a path, or the body is missing.
 */
export function buildRequest(endpoint: URL, operation: Operation, request: FlatRequest): HttpRequest {
  const path = expandPath(operation.path, request as Readonly<Record<string, string | number>>);
  const base = `${endpoint.origin}${endpoint.pathname.replace(/\/+$/, "")}`;
  const url = `${base}${apiRoot}${path}${queryOf(operation, request)}`;

  if (operation.body === undefined) return { method: operation.method, url };
  if (request["body"] === undefined) throw new TypeError('"body" is missing: what is sent stands under it');
  return { method: operation.method, url, body: JSON.stringify(request["body"]) };
}

/**
 * Reads an endpoint.
 *
 * @throws TypeError that names what is wrong with it.
 */
export function parseEndpoint(endpoint: string): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol)) throw new TypeError("it is not an http(s) URL");
  if (url.username !== "" || url.password !== "") throw new TypeError("it holds a user name or a password");
  if (url.search !== "" || url.hash !== "") throw new TypeError("it holds a query or a fragment");
  return url;
}

function queryOf({ paged, search }: Operation, request: FlatRequest): string {
  const parameters = [
    ...(paged ? [["pageNo", request["pageNo"]] as const, ["pageSize", request["pageSize"]] as const] : []),
    ...(search === undefined ? [] : [[search, request["search"]] as const]),
  ];
  const given = parameters.filter(([, value]) => value !== undefined);
  if (given.length === 0) return "";
  return `?${given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join("&")}`;
}
