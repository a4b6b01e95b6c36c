import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { headerNames } from "../../provider/services/sourcepipeline/api/index.ts";
import { adminRoot } from "../admin/admin-root.ts";
import { sendAnswer } from "../http/deliver.ts";
import { readMethod, type Exchange } from "../http/exchange.ts";
import type { Service } from "../service.ts";

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
 * `GET /` comes from a client of the service that has its address wrong, and gets the gateway's answer.
 */
export function pageFile({ method, path, request }: Exchange): string | undefined {
  if (readMethod(method) !== "GET") return undefined;
  if (path === "/") return request.headers[headerNames.accessKey] === undefined ? "index.html" : undefined;
  const name = path.startsWith(filesRoot) ? path.slice(filesRoot.length) : "";
  return /^[a-z-]+\.(css|js|svg)$/.test(name) ? name : undefined;
}

/** Sends a file of the console page. */
export async function servePage(exchange: Exchange, file: string, service: Service): Promise<void> {
  const found = await readFile(new URL(`page/${file}`, import.meta.url), "utf8").catch(() => undefined);
  const headers = {
    "content-type": (found !== undefined && contentTypes[extname(file)]) || "text/plain; charset=utf-8",
    "content-security-policy": contentSecurityPolicy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
  };
  const body = found ?? `The console page has no file ${file}.\n`;
  sendAnswer(exchange, { status: found === undefined ? 404 : 200, headers, body }, service);
}
