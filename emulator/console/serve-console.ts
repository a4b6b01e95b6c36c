import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { headerNames } from "../../provider/core/http/signature.ts";
import { adminRoot } from "../admin/admin-route.ts";
import { ServiceFailure } from "../failure.ts";
import { checkHost } from "../http/check-host.ts";
import { type RequestContext, readMethod } from "../http/context.ts";
import { failureResponse, sendResponse } from "../http/response.ts";
import type { Service } from "../service.ts";
import type { ConsoleEvent } from "./console-view.ts";
import { type Feed, listenerLimit } from "./create-feed.ts";

/** Serves the console: its page, or the stream of events. Gives false when the request asks for neither. */
export async function serveConsole(context: RequestContext, service: Service, feed: Feed): Promise<boolean> {
  const file = pageFile(context);
  const isEvents = readMethod(context.method) === "GET" && context.path === eventsPath;
  if (file === undefined && !isEvents) return false;
  try {
    checkHost(context, service);
    if (file !== undefined) await servePage(context, file, service);
    else serveEvents(context, feed);
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    sendResponse(context, failureResponse(error, service.settings), service);
  }
  return true;
}

const eventsPath = `${adminRoot}/events`;

/** A listener that falls so far behind is cut off; it comes back and starts with a new snapshot. Bytes. */
const backlogLimit = 16 * 1024 * 1024;

/** Real milliseconds until a page that lost its connection comes back. */
const retry = 1000;

const streamHeaders = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" } as const;

/**
 * Streams what happens in the emulator, until the listener goes away.
 *
 * @throws ServiceFailure when there are too many listeners.
 */
function serveEvents({ method, serverResponse }: RequestContext, feed: Feed): void {
  if (feed.isFull()) {
    throw new ServiceFailure("quotaExceeded", `${listenerLimit} listeners are connected. Close some of them.`);
  }
  serverResponse.writeHead(200, streamHeaders);
  if (method === "HEAD") {
    serverResponse.end();
    return;
  }
  serverResponse.write(`retry: ${retry}\n\n`);
  const stop = feed.listen((event) => {
    if (serverResponse.destroyed) return;
    serverResponse.write(eventText(event));
    if (serverResponse.writableLength > backlogLimit) serverResponse.destroy();
  });
  serverResponse.once("close", stop);
}

/** JSON has no line breaks of its own, so that one line of data is enough. */
const eventText = ({ event, data }: ConsoleEvent): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** Where the page's files are served; the page itself is at `/`. */
const filesRoot = `${adminRoot}/console/`;

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Nothing from elsewhere, nothing inline, no text that turns into HTML, no frame around it. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/**
 * The file of the console page that a request asks for: a name, never a path. undefined when it asks for none; a signed
 * `GET /` comes from a client of the service that has its address wrong, and gets the gateway's response.
 */
function pageFile({ method, path, request }: RequestContext): string | undefined {
  if (readMethod(method) !== "GET") return undefined;
  if (path === "/") return request.headers[headerNames.accessKey] === undefined ? "index.html" : undefined;
  const name = path.startsWith(filesRoot) ? path.slice(filesRoot.length) : "";
  return /^[a-z-]+\.(css|js|svg)$/.test(name) ? name : undefined;
}

/** Sends a file of the console page. */
async function servePage(context: RequestContext, file: string, service: Service): Promise<void> {
  const found = await readFile(new URL(`page/${file}`, import.meta.url), "utf8").catch(() => undefined);
  const headers = {
    "content-type": (found !== undefined && contentTypes[extname(file)]) || "text/plain; charset=utf-8",
    "content-security-policy": contentSecurityPolicy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
  };
  const body = found ?? `The console page has no file ${file}.\n`;
  sendResponse(context, { status: found === undefined ? 404 : 200, headers, body }, service);
}
