import {
  type Callback,
  type CallbackClient,
  messageOf,
  type Protocol,
  type ResourceRequest,
} from "./pulumi-protocol.ts";

/** The functions of a program that may change arguments (`transforms`), as the engine calls them. */
export interface Transforms {
  /** One for all resources that are registered from now on. */
  addToStack(callback: Callback): void;
  /** The arguments of a resource after its own functions, those of what is above it, and the stack's. */
  apply(urn: string, request: ResourceRequest, given: Record<string, unknown>): Promise<Record<string, unknown>>;
  close(): void;
}

/** Options are left as they are: what a function makes of them matters to an engine only. */
export function createTransforms({ grpc, callbacks, callback, resource, struct }: Protocol): Transforms {
  const clients = new Map<string, CallbackClient>();
  const ofStack: Callback[] = [];
  const ofResources = new Map<string, { own: readonly Callback[]; parent: string }>();

  const clientOf = (target: string): CallbackClient => {
    const known = clients.get(target);
    if (known !== undefined) return known;
    const client = new callbacks.CallbacksClient(target, grpc.credentials.createInsecure());
    clients.set(target, client);
    return client;
  };

  const propertiesIn = (bytes: Uint8Array): Record<string, unknown> =>
    resource.TransformResponse.deserializeBinary(bytes).getProperties()?.toJavaScript() ?? {};

  const call = (one: Callback, request: ResourceRequest, inputs: object): Promise<Record<string, unknown>> => {
    const parts = {
      Type: request.getType(),
      Name: request.getName(),
      Custom: request.getCustom(),
      Parent: request.getParent(),
      Properties: struct.Struct.fromJavaScript(inputs),
    };
    const bytes = messageOf(resource.TransformRequest, parts).serializeBinary();
    const message = messageOf(callback.CallbackInvokeRequest, { Token: one.getToken(), Request: bytes });
    return new Promise((resolve, reject) => {
      clientOf(one.getTarget()).invoke(message, (error, response) => {
        if (error || response === undefined) reject(error ?? new Error("A transform gave no answer."));
        else resolve(propertiesIn(response.getResponse_asU8()));
      });
    });
  };

  return {
    addToStack: (one) => void ofStack.push(one),
    apply: async (urn, request, given) => {
      const own = request.getTransformsList();
      ofResources.set(urn, { own, parent: request.getParent() });
      const all = [...own];
      for (let above = request.getParent(); above !== ""; above = ofResources.get(above)?.parent ?? "") {
        all.push(...(ofResources.get(above)?.own ?? []));
      }
      let inputs = given;
      for (const one of [...all, ...ofStack]) inputs = await call(one, request, inputs);
      return inputs;
    },
    close: () => {
      for (const client of clients.values()) client.close();
    },
  };
}
