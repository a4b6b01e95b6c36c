import { once } from "node:events";
import { createServer, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import engine from "@pulumi/pulumi/proto/engine_pb.js";

/** A message that reached the engine. */
interface EngineMessage {
  severity: "debug" | "info" | "warning" | "error";
  text: string;
}

/** As much of the engine as logs need: a server of its `Log` call. */
export interface EngineUnderTest extends AsyncDisposable {
  /** Host and port, as they stand on a plugin's command line. */
  readonly address: string;
  readonly messages: EngineMessage[];
  /** Waits for a message that fits. */
  received(fits: RegExp): Promise<EngineMessage>;
}

const severities = ["debug", "info", "warning", "error"] as const;

/** A gRPC message on the wire has its form and length in front. */
const prefixLength = 5;

export async function startEngine(): Promise<EngineUnderTest> {
  const messages: EngineMessage[] = [];
  let arrived = Promise.withResolvers<undefined>();
  const server = createServer();
  server.on("stream", (stream) => {
    void requestOf(stream).then((request) => {
      const entry = engine.LogRequest.deserializeBinary(request);
      messages.push({ severity: severities[entry.getSeverity()], text: entry.getMessage() });
      arrived.resolve(undefined);
      arrived = Promise.withResolvers();
      stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
      stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
      stream.end(Buffer.alloc(prefixLength));
    });
  });
  const sessions = new Set<{ destroy(): void }>();
  server.on("session", (session) => sessions.add(session));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    address: `127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    messages,
    received: async (fits) => {
      for (;;) {
        const found = messages.find(({ text }) => fits.test(text));
        if (found) return found;
        await arrived.promise;
      }
    },
    async [Symbol.asyncDispose]() {
      for (const session of sessions) session.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

async function requestOf(stream: ServerHttp2Stream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).subarray(prefixLength);
}
