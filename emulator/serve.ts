import { adminRoot } from "./admin/admin-root.ts";
import { serveAdmin } from "./admin/serve-admin.ts";
import type { Feed } from "./console/create-feed.ts";
import { serveConsole } from "./console/serve-console.ts";
import type { Exchange } from "./http/exchange.ts";
import { serveRequest } from "./http/serve-request.ts";
import type { Service } from "./service.ts";

/** Sends a request to the part of the emulator that answers it: console, admin routes, or the service. */
export async function serve(exchange: Exchange, service: Service, feed: Feed): Promise<void> {
  if (await serveConsole(exchange, service, feed)) return;
  if (exchange.path.startsWith(`${adminRoot}/`)) await serveAdmin(exchange, service);
  else await serveRequest(exchange, service);
}
