import type { IncomingHttpHeaders } from "node:http";
import { readMethod } from "../http/exchange.ts";

/**
 * Why a request may not change anything: it comes from a page of another origin, in the browser of somebody who has an
 * emulator running. undefined when it may; programs send no `Origin`. That the host is the emulator's own was checked
 * before.
 *
 * @example foreignOrigin("POST", { origin: "https://elsewhere.example", host: "127.0.0.1:4600" }) // "The page at …"
 */
export function foreignOrigin(method: string, { origin, host }: IncomingHttpHeaders): string | undefined {
  if (readMethod(method) === "GET" || origin === undefined) return undefined;
  const page = URL.parse(origin);
  if (page?.protocol === "http:" && page.host === host?.toLowerCase()) return undefined;
  return `The page at ${origin} may not change this emulator; its own console may. Programs leave out the header Origin.`;
}
