import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { errorEnvelope } from "./response.ts";
import { failures } from "../failure.ts";

/** The port that the emulator should listen on is taken, or cannot be had. */
export class ListenError extends Error {
  /** Tells it from other errors. */
  override readonly name = "ListenError";
}

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** A server, the address of the machine at which it listens, and the URL that leads to it. */
interface Listening {
  readonly server: Server;
  readonly address: string;
  readonly url: string;
}

/** Real milliseconds; a client that sends nothing for so long is cut off. */
const timeouts = { headersTimeout: 20_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 };

/**
 * Starts a server; port 0 takes a free one.
 *
 * @throws ListenError that says which option to change.
 */
export async function listen(listener: Listener, host: string, port: number): Promise<Listening> {
  const server = createServer({ ...timeouts, highWaterMark: 64 * 1024 }, listener);
  server.on("clientError", refuseGarbage);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(new ListenError(explain(error, host, port)));
    });
    server.listen(port, host, resolve);
  });
  const { address, port: actual, family } = server.address() as AddressInfo;
  return { server, address, url: `http://${family === "IPv6" ? `[${address}]` : address}:${actual}` };
}

const explanations: Readonly<Record<string, string>> = {
  EADDRINUSE: "The port is already in use. Choose another one with --port, or any free one with --port 0.",
  EACCES: "The port needs special rights. Choose one above 1023 with --port.",
  EADDRNOTAVAIL: "This machine does not have that address. Choose another one with --host.",
  ENOTFOUND: "This host cannot be found. Choose another one with --host.",
};

const explain = (error: NodeJS.ErrnoException, host: string, port: number): string =>
  `Cannot listen on ${host}:${port}. ${explanations[error.code ?? ""] ?? error.message}`;

/** What is no HTTP at all gets an envelope, too. */
function refuseGarbage(_error: Error, socket: Socket): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { code, message, status } = failures.badRequest;
  const body = JSON.stringify(errorEnvelope(code, message, "This is not a request of HTTP/1.1."));
  socket.end(
    `HTTP/1.1 ${status} Bad Request\r\ncontent-type: application/json;charset=UTF-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
