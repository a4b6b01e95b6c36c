import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import type { Agent as SecureAgent } from "node:https";
import type { HttpRequest } from "./build-request.ts";
import type { HttpProxy } from "./proxy/find-proxy.ts";

/** The way that a request takes, in the terms of the HTTP library. */
export interface Route {
  readonly agent: { readonly http: Agent | false; readonly https: SecureAgent | false };
  /** Sends the request, where Node's own function would send it elsewhere. */
  readonly request?: (
    url: URL,
    options: RequestOptions,
    callBack?: (response: IncomingMessage) => void,
  ) => ClientRequest;
}

/**
 * The routes of a client. A kept connection may be closed by the other side just as it is used again, which looks like a
 * lost response: what cannot be repeated gets a connection of its own, through a proxy as well as without.
 *
 * @param connectMs limit of each step of connecting to a proxy, in milliseconds
 * @example const { agent, request } = await createRoutes(5_000)(request)
 */
export function createRoutes(connectMs: number): (request: HttpRequest) => Promise<Route> {
  const made = new Map<string, Promise<Routes>>();

  return async ({ method, proxy }) => {
    const key = proxy === undefined ? "" : `${proxy.variable} ${proxy.url.href}`;
    const routes = made.get(key) ?? (proxy === undefined ? directRoutes() : routesThrough(proxy, connectMs));
    made.set(key, routes);
    const { kept, fresh } = await routes;
    return method === "POST" ? fresh : kept;
  };
}

/** For requests that may be repeated, and for those that may not. */
interface Routes {
  readonly kept: Route;
  readonly fresh: Route;
}

/** How Node's global agents keep connections. */
const keeping = { keepAlive: true, scheduling: "lifo", timeout: 5_000 } as const;

/** Not by the global agents: under NODE_USE_ENV_PROXY these read the proxy's variables by rules of their own. */
async function directRoutes(): Promise<Routes> {
  const [http, https] = await Promise.all([import("node:http"), import("node:https")]);
  return {
    kept: { agent: { http: new http.Agent(keeping), https: new https.Agent(keeping) } },
    fresh: { agent: { http: false, https: false } },
  };
}

async function routesThrough(proxy: HttpProxy, connectMs: number): Promise<Routes> {
  const { createForwardAgent, createTunnelAgent, requestForwarded } = await import("./proxy/proxy-agent.ts");
  const routeWith = (agentOptions: object): Route => {
    const options = { proxy, connectMs, agentOptions };
    return {
      agent: { http: createForwardAgent(options), https: createTunnelAgent(options) },
      ...(proxy.forwards ? { request: (url, given, callBack) => requestForwarded(proxy, url, given, callBack) } : {}),
    };
  };
  return { kept: routeWith(keeping), fresh: routeWith({ keepAlive: false }) };
}
