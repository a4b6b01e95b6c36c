import { adminRoot } from "./admin/admin-root.ts";
import { serveAdmin } from "./admin/serve-admin.ts";
import type { Feed } from "./console/create-feed.ts";
import { eventsPath, serveEvents } from "./console/serve-events.ts";
import { pageFile, servePage } from "./console/serve-page.ts";
import { readMethod, type Exchange } from "./http/exchange.ts";
import { serveRequest } from "./http/serve-request.ts";
import type { Service } from "./service.ts";

/** Sends a request to the part of the emulator that answers it: console page, events, admin routes, or the service. */
export async function serve(exchange: Exchange, service: Service, feed: Feed): Promise<void> {
  const { method, path } = exchange;
  const file = pageFile(exchange);
  if (file !== undefined) await servePage(exchange, file, service);
  else if (readMethod(method) === "GET" && path === eventsPath) serveEvents(exchange, service, feed);
  else if (path.startsWith(`${adminRoot}/`)) await serveAdmin(exchange, service);
  else await serveRequest(exchange, service);
}
