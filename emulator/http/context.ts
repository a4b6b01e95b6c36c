import type { IncomingMessage, ServerResponse } from "node:http";
import type { FaultRule } from "../faults/fault-rule.ts";
import type { Service } from "../service.ts";
import type { Verdict } from "./check-signature.ts";

/** One request, and what the middleware found out about it so far. */
export interface RequestContext {
  readonly request: IncomingMessage;
  readonly serverResponse: ServerResponse;
  /** Emulated clock when it came, milliseconds since the epoch. */
  readonly time: number;
  readonly method: string;
  /** Path and query as received. */
  readonly target: string;
  readonly path: string;
  readonly query: URLSearchParams;
  body: Buffer;
  signature: Verdict;
  accessKey: string;
  route: Route | undefined;
  response: HttpResponse | undefined;
  /** Whether the handler was called; only then can a fault happen after it. */
  handled: boolean;
  /** The rule that did something to it. */
  fault: FaultRule | undefined;
  /** How the response leaves. */
  delivery: "send" | "truncate" | "reset" | "hang";
}

/** What a request asks for. */
export interface Route {
  /** For the log of requests and the fault rules. */
  readonly operation: string;
  /** Does it and writes the response, or throws a ServiceFailure. */
  readonly serve: (context: RequestContext, service: Service) => HttpResponse;
}

/** What goes on the wire; a body that is undefined means none. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Does one thing with a request; it ends the request by throwing a ServiceFailure or by setting the response. */
export type Middleware = (context: RequestContext, service: Service) => void | Promise<void>;

export function openContext(request: IncomingMessage, serverResponse: ServerResponse, time: number): RequestContext {
  const target = originForm(request.url ?? "/");
  const [path = "/", query = ""] = target.split(/\?(.*)/s, 2);
  return {
    request,
    serverResponse,
    time,
    method: request.method ?? "GET",
    target,
    path,
    query: new URLSearchParams(query),
    body: Buffer.alloc(0),
    signature: { reason: "The signature was not checked.", expected: null, received: null, stringToSign: null },
    accessKey: "",
    route: undefined,
    response: undefined,
    handled: false,
    fault: undefined,
    delivery: "send",
  };
}

/** A method as far as routing goes: `HEAD` asks for what `GET` gives, and Node leaves the body out of the response. */
export const readMethod = (method: string): string => (method === "HEAD" ? "GET" : method);

/**
 * Path and query of a request line; clients that think of a proxy put scheme and host in front. Node gives each byte
 * as a character, and clients sign characters as UTF-8.
 */
const originForm = (url: string): string =>
  Buffer.from(url.replace(/^https?:\/\/[^/?]*/i, "") || "/", "latin1").toString("utf8");
