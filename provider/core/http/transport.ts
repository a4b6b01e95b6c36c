import type { Got } from "got";
import type { ClientRequest } from "node:http";
import type { HttpRequest } from "./build-request.ts";
import type { Fault } from "./classify-fault.ts";
import type { HttpResponse } from "./read-response.ts";
import { createRoutes } from "./routes.ts";
import { headerNames, signHeaders, type Signer } from "./signature.ts";
import { ownPackage } from "../own-package.ts";

/** Sends one request, once. A response of any status is one; everything else is a fault. */
export type Transport = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpResponse | Fault>;

/** Limits of one attempt, in milliseconds. */
export interface Timeouts {
  /** Each of: finding the host, connecting, agreeing on encryption. 5 seconds unless given. */
  readonly connectMs?: number;
  /** From the start to the last byte of the response. 30 seconds unless given. */
  readonly attemptMs?: number;
}

export interface TransportOptions extends Signer {
  /** What timestamps are taken from: milliseconds since the epoch, as the service counts them. */
  readonly clock: () => number;
  readonly timeouts?: Timeouts | undefined;
}

/** Far beyond any list of these services: 16 MiB, unpacked. */
const largestBody = 16 * 1024 * 1024;

/** The transport over got, which is loaded with the first request. */
export function createTransport({ clock, timeouts = {}, ...signer }: TransportOptions): Transport {
  const { connectMs = 5_000, attemptMs = 30_000 } = timeouts;
  const routeOf = createRoutes(connectMs);
  let instance: Promise<Got> | undefined;

  return async (request, signal) => {
    const ending = new AbortController();
    const end = (): void => ending.abort();
    if (signal?.aborted) end();
    signal?.addEventListener("abort", end);
    let received = 0;
    let connected = false;
    try {
      const got = await (instance ??= loadGot(signer, clock, { connectMs, attemptMs }));
      const sending = got(request.url, {
        method: request.method,
        ...(await routeOf(request)),
        signal: ending.signal,
        ...(request.body === undefined
          ? {}
          : { body: request.body, headers: { "content-type": "application/json; charset=utf-8" } }),
      });
      void sending.on("request", (sent) => whenConnected(sent, () => (connected = true)));
      void sending.on("downloadProgress", ({ transferred }) => {
        received = transferred;
        if (received > largestBody) end();
      });
      const response = await sending;
      return {
        status: response.statusCode,
        headers: singleHeaders(response.headers),
        text: response.body,
        signedAt: Number(response.request.options.headers[headerNames.timestamp]),
      };
    } catch (error) {
      if (received > largestBody)
        return { code: "ERR_BODY_TOO_LARGE", connected, message: `more than ${String(largestBody)} bytes` };
      return faultOf(error, connected);
    } finally {
      signal?.removeEventListener("abort", end);
    }
  };
}

async function loadGot(signer: Signer, clock: () => number, timeouts: Required<Timeouts>): Promise<Got> {
  const { default: got } = await import("got");
  const { connectMs, attemptMs } = timeouts;
  return got.extend({
    // Every attempt is a request of its own here: what may be repeated is decided above.
    retry: { limit: 0 },
    followRedirect: false,
    throwHttpErrors: false,
    responseType: "text",
    headers: { accept: "application/json", "user-agent": userAgent() },
    timeout: { lookup: connectMs, connect: connectMs, secureConnect: connectMs, request: attemptMs },
    hooks: {
      beforeRequest: [
        (options) => {
          // The last word on the URL: what is signed is what is sent.
          if (options.url instanceof URL)
            Object.assign(options.headers, signHeaders(signer, options.method, options.url, clock()));
        },
      ],
    },
  });
}

/** Calls back once a request has its connection, encryption agreed on. A kept one has it from the beginning. */
function whenConnected(request: ClientRequest, callBack: () => void): void {
  request.once("socket", (socket) => {
    if (socket.connecting) socket.once("encrypted" in socket ? "secureConnect" : "connect", callBack);
    else callBack();
  });
}

/** Repeated headers joined, as HTTP allows; nothing here reads a cookie. */
const singleHeaders = (headers: Readonly<Record<string, string | string[] | undefined>>): HttpResponse["headers"] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join() : value]),
  );

/** The plain facts of an error. got's errors carry the request's headers: they go no further than this. */
function faultOf(error: unknown, connected: boolean): Fault {
  const chain = causesOf(error);
  const textOf = (key: string): string | undefined =>
    chain.map((link) => link[key]).find((value): value is string => typeof value === "string" && value !== "");
  const code = textOf("code") ?? "";
  return { code, call: textOf("syscall"), phase: textOf("event"), connected, message: textOf("message") ?? code };
}

/** An error, what caused it, and so on; of a failure on several addresses the first one. */
function causesOf(error: unknown): Record<string, unknown>[] {
  const chain: Record<string, unknown>[] = [];
  for (let link = error; typeof link === "object" && link !== null && chain.length < 8;) {
    const facts = link as Record<string, unknown>;
    chain.push(facts);
    link = facts["cause"] ?? (Array.isArray(facts["errors"]) ? facts["errors"][0] : undefined);
  }
  return chain;
}

function userAgent(): string {
  const { name, version } = ownPackage();
  return `${name}/${version}`;
}
