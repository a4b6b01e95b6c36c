import {
  type handleUnaryCall,
  Server,
  ServerCredentials,
  type ServerWritableStream,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import service from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import type { ListRequest, ListResponse } from "@pulumi/pulumi/proto/provider_pb.js";
import { grpcError, unimplemented } from "./grpc-errors.ts";
import type { ProviderService } from "./provider-service.ts";

/** A server that listens on loopback. */
export interface RunningServer {
  readonly port: number;
  readonly close: () => void;
}

/** Serves a provider on a free port of loopback. */
export async function startServer(provider: ProviderService): Promise<RunningServer> {
  // A stack's values have no limit of their own.
  const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(service.ResourceProviderService, implementationOf(provider));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  const close = (): void => {
    server.forceShutdown();
  };
  return { port, close };
}

/** Calls of other kinds of providers: components, and packages that are made of parameters. */
const otherCalls = ["parameterize", "construct", "call"];

function implementationOf({ list, ...calls }: ProviderService): UntypedServiceImplementation {
  const answered = Object.entries(calls).map(([name, call]) => [name, unary(call as UnaryCall)]);
  const refused = otherCalls.map((name) => {
    const refuse: handleUnaryCall<unknown, unknown> = (_, callback) => {
      callback(unimplemented(name));
    };
    return [name, refuse];
  });
  return {
    ...Object.fromEntries([...answered, ...refused]),
    list: streamed(list),
  } as UntypedServiceImplementation;
}

type UnaryCall = (request: unknown) => unknown;

const unary =
  (call: UnaryCall): handleUnaryCall<unknown, unknown> =>
  ({ request }, callback) => {
    // A call may throw at once.
    Promise.resolve(request)
      .then(call)
      .then(
        (response) => {
          callback(null, response);
        },
        (error: unknown) => {
          callback(grpcError(error));
        },
      );
  };

const streamed =
  (list: ProviderService["list"]) =>
  (call: ServerWritableStream<ListRequest, ListResponse>): void => {
    Promise.resolve(call.request)
      .then(list)
      .then(
        (entries) => {
          for (const entry of entries) call.write(entry);
          call.end();
        },
        (error: unknown) => {
          call.destroy(Object.assign(new Error("The list failed."), grpcError(error)));
        },
      );
  };
