import http from "node:http";
import https from "node:https";
import { connect as connectPlainly, isIP, type Socket } from "node:net";
import { connect as connectSecurely } from "node:tls";
import { proxyAuthorization, type HttpProxy } from "./find-proxy.ts";

/** How an agent makes its connections. */
export interface ProxyAgentOptions {
  readonly proxy: HttpProxy;
  /** Limit of each step on the way, in milliseconds. */
  readonly connectMs: number;
  /** Whether connections are kept for the next request, and how. */
  readonly agentOptions: http.AgentOptions;
}

/**
 * An agent for `https:` addresses: the proxy is asked to connect (CONNECT), and sees nothing of what follows. Every
 * connection is ready when a request gets it, so that all that fails before has certainly sent nothing.
 *
 * @example https.get("https://service.example", { agent: createTunnelAgent({ proxy, connectMs: 5000, agentOptions: {} }) })
 */
export function createTunnelAgent({ proxy, connectMs, agentOptions }: ProxyAgentOptions): https.Agent {
  const agent = new https.Agent(agentOptions);
  const encrypt = agent.createConnection.bind(agent);
  agent.createConnection = (options, callBack): undefined => {
    const open = async (): Promise<Socket> => {
      const socket = await openTunnel(proxy, targetOf(options), connectMs);
      return whenReady(encrypt({ ...options, socket } as https.RequestOptions) as Socket, "secureConnect", connectMs);
    };
    giveTo(callBack, open());
  };
  return agent;
}

/**
 * An agent for `http:` addresses: its connections are those to the proxy, which forwards what it is sent. Requests name
 * the whole address instead of the path, and carry its user name and password.
 */
export function createForwardAgent({ proxy, connectMs, agentOptions }: ProxyAgentOptions): http.Agent {
  const agent = new http.Agent(agentOptions);
  agent.createConnection = (_, callBack): undefined => giveTo(callBack, connectToProxy(proxy, connectMs));
  return agent;
}

/** Sends a request for an `http:` address to a proxy that forwards it. */
export function requestForwarded(
  proxy: HttpProxy,
  url: URL,
  options: http.RequestOptions,
  callBack?: (response: http.IncomingMessage) => void,
): http.ClientRequest {
  const headers = { ...(options.headers as http.OutgoingHttpHeaders), ...proxyAuthorization(proxy) };
  return http.request(url, { ...options, path: url.href, headers }, callBack);
}

async function openTunnel(proxy: HttpProxy, target: string, connectMs: number): Promise<Socket> {
  const toProxy = await connectToProxy(proxy, connectMs);
  const request = http.request({
    method: "CONNECT",
    path: target,
    headers: { host: target, ...proxyAuthorization(proxy) },
    createConnection: () => toProxy,
  });
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const fail = (error: Error): void => {
    toProxy.destroy();
    reject(error);
  };
  // The proxy has to find the host and to connect, which are two steps.
  const timer = setTimeout(() => fail(new ProxyError("ERR_PROXY_FAILED", "no response in time")), 2 * connectMs);
  request.once("error", (error) => fail(new ProxyError("ERR_PROXY_FAILED", error.message)));
  request.once("connect", ({ statusCode = 0 }, socket: Socket) => {
    if (statusCode >= 200 && statusCode < 300) resolve(socket);
    else fail(ProxyError.ofStatus(statusCode));
  });
  request.end();
  return promise.finally(() => clearTimeout(timer));
}

async function connectToProxy({ url }: HttpProxy, connectMs: number): Promise<Socket> {
  const isSecure = url.protocol === "https:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const address = { host, port: Number(url.port || (isSecure ? 443 : 80)) };
  try {
    if (!isSecure) return await whenReady(connectPlainly(address), "connect", connectMs);
    const socket = connectSecurely({ ...address, ...(isIP(host) > 0 ? {} : { servername: host }) });
    return await whenReady(socket, "secureConnect", connectMs);
  } catch (error) {
    throw new ProxyError("ERR_PROXY_UNREACHABLE", "", error);
  }
}

/** The connection once it is ready; one that takes too long is closed. */
async function whenReady(socket: Socket, event: "connect" | "secureConnect", limitMs: number): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const become = (): void => resolve(socket);
  const close = (): void => reject(new Error("the connection was closed"));
  const timer = setTimeout(() => socket.destroy(new Error("no response in time")), limitMs);
  socket.once(event, become).once("error", reject).once("close", close);
  return promise.finally(() => {
    clearTimeout(timer);
    socket.off(event, become).off("error", reject).off("close", close);
  });
}

/** Hands a connection to an agent when it is ready; nothing is there to be returned yet. */
function giveTo(callBack: ConnectionCallback, opening: Promise<Socket>): undefined {
  void opening.then(
    (socket) => callBack?.(null, socket),
    // The agent takes an error alone, which its type does not allow.
    (error: unknown) => (callBack as ((error: unknown) => void) | undefined)?.(error),
  );
}

type ConnectionCallback = Parameters<http.Agent["createConnection"]>[1];

const targetOf = ({ host, port }: https.RequestOptions): string => {
  const name = String(host);
  return `${isIP(name) === 6 ? `[${name}]` : name}:${String(port)}`;
};

/** How a proxy can stand in the way before anything was sent to the service. */
type ProxyErrorCode =
  /** There is no connection to the proxy itself. */
  | "ERR_PROXY_UNREACHABLE"
  /** It wants a user name and a password. */
  | "ERR_PROXY_AUTHENTICATION"
  /** It does not want to connect to the service. */
  | "ERR_PROXY_REFUSED"
  /** It could not connect to the service. */
  | "ERR_PROXY_FAILED";

/** A connection through a proxy that did not come about. */
class ProxyError extends Error {
  override name = "ProxyError";
  readonly code: ProxyErrorCode;

  constructor(code: ProxyErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }

  /** By the status that the proxy gave instead of connecting. */
  static ofStatus(status: number): ProxyError {
    const code = status === 407 ? "ERR_PROXY_AUTHENTICATION" : status >= 500 ? "ERR_PROXY_FAILED" : "ERR_PROXY_REFUSED";
    return new ProxyError(code, `HTTP ${String(status)}`);
  }
}
