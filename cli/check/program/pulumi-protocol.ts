import { createRequire } from "node:module";

/*
 * The parts of Pulumi's protocol by which a program talks to its engine. The SDK ships them, without an entry of their
 * own; gRPC is the SDK's, too.
 */

/** A tree of values. */
interface Struct {
  toJavaScript(): Record<string, unknown>;
}

/** A function of the program that is called back. */
export interface Callback {
  getTarget(): string;
  getToken(): string;
}

/** What the program says of a resource. */
export interface ResourceRequest {
  getType(): string;
  getName(): string;
  getParent(): string;
  getCustom(): boolean;
  getProvider(): string;
  getObject(): Struct | undefined;
  getTransformsList(): Callback[];
}

/** A message to send: its parts have setters, `setUrn` for `Urn`. */
interface Message extends Record<string, unknown> {
  serializeBinary(): Uint8Array;
}
type MessageClass = new () => Message;

/** How a call is answered: with the parts of the response. */
export type Handler = (request: never) => object | Promise<object>;

type Unary = (call: { request: never }, done: (error: Error | null, response?: Message) => void) => void;

interface Server {
  addService(service: object, handlers: Readonly<Record<string, Unary>>): void;
  bindAsync(address: string, credentials: object, done: (error: Error | null, port: number) => void): void;
  forceShutdown(): void;
}

/** Calls functions of the program back. */
export interface CallbackClient {
  invoke(request: Message, done: (error: Error | null, response?: { getResponse_asU8(): Uint8Array }) => void): void;
  close(): void;
}

/** A service of the protocol, by the names of its calls. */
export type Service = Readonly<Record<string, { readonly responseType: MessageClass }>>;

export interface Protocol {
  readonly grpc: {
    readonly Server: new (options: object) => Server;
    readonly ServerCredentials: { createInsecure(): object };
    readonly credentials: { createInsecure(): object };
  };
  readonly monitor: { readonly ResourceMonitorService: Service };
  readonly engine: { readonly EngineService: Service };
  readonly callbacks: { readonly CallbacksClient: new (target: string, credentials: object) => CallbackClient };
  readonly callback: { readonly CallbackInvokeRequest: MessageClass };
  readonly resource: {
    readonly TransformRequest: MessageClass;
    readonly TransformResponse: { deserializeBinary(bytes: Uint8Array): { getProperties(): Struct | undefined } };
    /** Newer SDKs ask for all features at once. */
    readonly ResourceMonitorFeature?: Readonly<Record<string, number>>;
  };
  readonly struct: { readonly Struct: { fromJavaScript(value: object): Struct } };
}

/** Loads the protocol from the SDK beside this package. */
export function loadProtocol(): Protocol {
  const sdk = createRequire(createRequire(import.meta.url).resolve("@pulumi/pulumi"));
  return {
    grpc: sdk("@grpc/grpc-js") as Protocol["grpc"],
    monitor: sdk("./proto/resource_grpc_pb.js") as Protocol["monitor"],
    engine: sdk("./proto/engine_grpc_pb.js") as Protocol["engine"],
    callbacks: sdk("./proto/callback_grpc_pb.js") as Protocol["callbacks"],
    callback: sdk("./proto/callback_pb.js") as Protocol["callback"],
    resource: sdk("./proto/resource_pb.js") as Protocol["resource"],
    struct: sdk("google-protobuf/google/protobuf/struct_pb.js") as Protocol["struct"],
  };
}

/** Makes a message out of its parts. */
export function messageOf(type: MessageClass, parts: object): Message {
  const message = new type();
  for (const [name, value] of Object.entries(parts)) (message[`set${name}`] as (value: unknown) => void)(value);
  return message;
}

/** The handlers of a service as gRPC takes them; an older SDK does not have every call. */
export function unaryHandlers(service: Service, handlers: Readonly<Record<string, Handler>>): Record<string, Unary> {
  const entries = Object.entries(service).flatMap(([name, { responseType }]): [string, Unary][] => {
    const handler = handlers[name];
    return handler === undefined ? [] : [[name, unary(handler, responseType)]];
  });
  return Object.fromEntries(entries);
}

const unary =
  (handler: Handler, responseType: MessageClass): Unary =>
  ({ request }, done) => {
    Promise.resolve(request)
      .then(handler)
      .then(
        (parts) => done(null, messageOf(responseType, parts)),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
  };
