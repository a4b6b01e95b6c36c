import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "../answers/answer.ts";
import type { FaultRule } from "../faults/fault-rule.ts";
import type { Verdict } from "./check-signature.ts";
import type { Service } from "../service.ts";

/** One request on its way through the steps. Each step adds what it found out. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
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
  answer: Answer | undefined;
  /** Whether the handler was called; only then can a fault happen after it. */
  handled: boolean;
  /** The rule that did something to it. */
  fault: FaultRule | undefined;
  /** How the answer leaves. */
  delivery: "send" | "truncate" | "reset" | "hang";
}

/** What a request asks for. */
export interface Route {
  /** For the log of requests and the fault rules. */
  readonly operation: string;
  /** Does it and writes the answer, or throws a ServiceFailure. */
  readonly serve: (exchange: Exchange, service: Service) => Answer;
}

/** Does one thing with a request; it ends the way by throwing a ServiceFailure or by setting the answer. */
export type Step<Context> = (exchange: Exchange, context: Context) => void | Promise<void>;

export function openExchange(request: IncomingMessage, response: ServerResponse, time: number): Exchange {
  const target = originForm(request.url ?? "/");
  const [path = "/", query = ""] = target.split(/\?(.*)/s, 2);
  return {
    request,
    response,
    time,
    method: request.method ?? "GET",
    target,
    path,
    query: new URLSearchParams(query),
    body: Buffer.alloc(0),
    signature: { reason: "The signature was not checked.", expected: null, received: null, stringToSign: null },
    accessKey: "",
    route: undefined,
    answer: undefined,
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
