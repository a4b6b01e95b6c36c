import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";

/** What a server saw of a request. */
interface Seen {
  method: string;
  /** Path and query as on the request line. */
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Port of the client's side: which connection it was. */
  connection: number;
}

export type Reply = (request: Seen, response: ServerResponse) => void;

/** A server on this machine that responds as the test wants and keeps what it saw. */
export interface LoopbackServer {
  readonly endpoint: string;
  readonly seen: Seen[];
  /** All connections, as they came: under the encryption, where there is one. */
  readonly connections: Socket[];
  /** Responses from now on; of several one after the other, and the last one stays. */
  readonly reply: (...replies: Reply[]) => void;
  readonly close: () => Promise<void>;
}

/** @param certificate with its key, as PEM: the server then speaks TLS */
export async function startLoopbackServer(certificate?: string): Promise<LoopbackServer> {
  const seen: Seen[] = [];
  const connections: Socket[] = [];
  let replies: Reply[] = [];
  const listener: RequestListener = (request, response) => {
    void bodyOf(request).then((body) => {
      const { method = "", url = "", headers, socket } = request;
      const entry = {
        method,
        url,
        headers: headers as Record<string, string>,
        body,
        connection: socket.remotePort ?? 0,
      };
      seen.push(entry);
      const reply = replies.length > 1 ? replies.shift() : replies[0];
      if (reply === undefined) throw new Error("The test gave no reply.");
      reply(entry, response);
    });
  };
  const server = certificate
    ? createSecureServer({ key: certificate, cert: certificate }, listener)
    : createServer(listener);
  server.on("connection", (socket: Socket) => void connections.push(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `${certificate ? "https" : "http"}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    connections,
    reply: (...given) => {
      replies = given;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A value as JSON, or a string as it is. */
export const respond =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (_, response) => {
    response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));
  };

export const result = (value: unknown): Reply => respond(200, { result: value });

export const errorResponse = (status: number, errorCode: string | number, message = "", headers = {}): Reply =>
  respond(status, { error: { errorCode, message, details: "" } }, headers);

/** Closes the connection without a response. */
export const hangUp: Reply = (_, response) => void response.socket?.destroy();

/** Begins a response and closes the connection in the middle of it. */
export const breakOff: Reply = (_, response) => {
  response.writeHead(200, { "content-length": "1000" });
  response.write('{"result":', () => response.socket?.destroy());
};

/** Never responds. */
export const hang: Reply = () => undefined;

async function bodyOf(request: IncomingMessage): Promise<string> {
  request.setEncoding("utf8");
  let body = "";
  for await (const chunk of request) body += chunk as string;
  return body;
}
