import http, { type IncomingMessage, type ServerResponse } from "node:http";
import https from "node:https";
import { connect, type AddressInfo, type Socket } from "node:net";

/** What a proxy was asked for. */
interface Asked {
  /** `CONNECT` for a tunnel, else the method of what it forwards. */
  method: string;
  /** Host and port, or the whole address. */
  target: string;
  authorization: string | undefined;
  connection: number;
}

/** An HTTP proxy on this machine: it opens tunnels, forwards requests and keeps what it was asked for. */
export interface LoopbackProxy {
  /** Host and port. */
  readonly host: string;
  readonly asked: Asked[];
  /** Tunnels and requests get this status from now on, instead of being passed on. */
  readonly refuse: (status: number, body?: string) => void;
  /** Lets in only who sends this user name and password, separated by a colon. */
  readonly demand: (userAndPassword: string) => void;
  /** Takes connections and requests, and never responds. */
  readonly hang: () => void;
  /** Resolves when the connections that were open are closed. */
  readonly closed: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param certificate with its key, as PEM: the proxy is then reached over TLS */
export async function startLoopbackProxy(certificate?: string): Promise<LoopbackProxy> {
  const asked: Asked[] = [];
  const sockets = new Set<Socket>();
  let refusal: { status: number; body: string } | undefined;
  let demanded: string | undefined;
  let hangs = false;

  /** The status to refuse a request with; undefined for one that may pass. */
  const check = (request: IncomingMessage): { status: number; body: string } | undefined => {
    const authorization = request.headers["proxy-authorization"];
    const { method = "", url = "", socket } = request;
    asked.push({ method, target: url, authorization, connection: socket.remotePort ?? 0 });
    const isKnown = demanded === undefined || authorization === `Basic ${btoa(demanded)}`;
    return isKnown ? refusal : { status: 407, body: `<html><title>Who is ${authorization}?</title></html>` };
  };

  const forward = (request: IncomingMessage, response: ServerResponse): void => {
    const refused = check(request);
    if (hangs) return;
    if (refused) return void response.writeHead(refused.status).end(refused.body);
    const { "proxy-authorization": _, ...headers } = request.headers;
    const { method } = request;
    const onward = http.request(request.url ?? "", { method, headers, agent: false }, (received) => {
      response.writeHead(received.statusCode ?? 0, received.headers);
      received.pipe(response);
      received.on("error", () => response.destroy());
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  };
  const server = certificate
    ? https.createServer({ key: certificate, cert: certificate }, forward)
    : http.createServer(forward);
  server.on("connection", (socket: Socket) => {
    sockets.add(socket.on("error", () => undefined).on("close", () => sockets.delete(socket)));
  });
  server.on("connect", (request: IncomingMessage, socket: Socket) => {
    const refused = check(request);
    // What is not read is not seen to end either.
    if (hangs) return void socket.resume().on("end", () => socket.destroy());
    if (refused)
      return void socket.end(
        `HTTP/1.1 ${refused.status} for ${request.headers["proxy-authorization"]}\r\n\r\n${refused.body}`,
      );
    const { hostname, port } = new URL(`http://${request.url}`);
    const onward = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      onward.pipe(socket).pipe(onward);
    });
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  });

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    refuse: (status, body = "") => void (refusal = { status, body }),
    demand: (userAndPassword) => void (demanded = userAndPassword),
    hang: () => void (hangs = true),
    closed: async () => {
      await Promise.all([...sockets].map((socket) => new Promise((resolve) => socket.once("close", resolve))));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
