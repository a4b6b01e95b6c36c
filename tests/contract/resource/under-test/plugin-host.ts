import type { ServiceError } from "@grpc/grpc-js";
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import type { AnyResourceType, CheckRequest } from "../../../../provider/core/resource/index.ts";
import { verbsOf } from "../../../../provider/core/resource/verbs.ts";
import type { Host } from "../../../../provider/core/session.ts";
import { createEngineLog } from "../../../../provider/hosts/plugin/engine-log.ts";
import { fromStruct, toStruct } from "../../../../provider/hosts/plugin/messages.ts";
import { createProvider } from "../../../../provider/hosts/plugin/provider.ts";
import { createProviderService } from "../../../../provider/hosts/plugin/provider-service.ts";
import { type RunningServer, startServer } from "../../../../provider/hosts/plugin/server.ts";
import { call as answer, connectTo, failureOf, type PluginClient } from "../../hosts/support/plugin-client.ts";
import type { HostUnderTest } from "./host-under-test.ts";

const token = "ncloud:index:Tested";
const urn = `urn:pulumi:test::test::${token}::tested`;

/** The packaged plugin, called as the engine does: over a real connection, with values as the wire carries them. */
export const pluginHost: HostUnderTest = {
  name: "of a packaged plugin",
  verbsOf: (type) => {
    const clients = new WeakMap<Host, Promise<PluginClient>>();
    const clientOf = (host: Host): Promise<PluginClient> => {
      const client = clients.get(host) ?? startClient(type, host);
      clients.set(host, client);
      return client;
    };
    return {
      check: async (request, host) => {
        const message = new provider.CheckRequest()
          .setUrn(urn)
          .setOlds(toStruct(request.prior))
          .setNews(toStruct(given(request)));
        const response = await call<InstanceType<typeof provider.CheckResponse>>(clientOf(host), "check", message);
        const reasons = response.getFailuresList().map((failure) => failure.getReason());
        return reasons.length > 0 ? { reasons } : { inputs: valueOf(response.getInputs()) };
      },
      diff: async (prior, inputs, host) => {
        const message = new provider.DiffRequest()
          .setUrn(urn)
          .setOlds(toStruct(prior))
          .setOldInputs(toStruct(prior))
          .setNews(toStruct(inputs));
        const response = await call<InstanceType<typeof provider.DiffResponse>>(clientOf(host), "diff", message);
        return response.getReplacesList();
      },
      create: async ({ inputs, timeoutMs }, host) => {
        const message = new provider.CreateRequest()
          .setUrn(urn)
          .setProperties(toStruct(inputs))
          .setTimeout(secondsOf(timeoutMs));
        const response = await call<InstanceType<typeof provider.CreateResponse>>(clientOf(host), "create", message);
        return { id: response.getId(), state: valueOf(response.getProperties()) };
      },
      read: async ({ id, prior, timeoutMs }, host) => {
        const message = new provider.ReadRequest()
          .setId(id)
          .setUrn(urn)
          .setProperties(toStruct(prior))
          .setTimeout(secondsOf(timeoutMs));
        const response = await call<InstanceType<typeof provider.ReadResponse>>(clientOf(host), "read", message);
        if (response.getId() === "") return undefined;
        const [state, inputs] = [valueOf(response.getProperties()), valueOf(response.getInputs())];
        return { id: response.getId(), state, inputs };
      },
      update: async ({ id, prior, inputs, timeoutMs }, host) => {
        const message = new provider.UpdateRequest()
          .setId(id)
          .setUrn(urn)
          .setOlds(toStruct(prior))
          .setNews(toStruct(inputs))
          .setTimeout(secondsOf(timeoutMs));
        const response = await call<InstanceType<typeof provider.UpdateResponse>>(clientOf(host), "update", message);
        return valueOf(response.getProperties());
      },
      delete: async ({ id, prior, timeoutMs }, host) => {
        const message = new provider.DeleteRequest()
          .setId(id)
          .setUrn(urn)
          .setProperties(toStruct(prior))
          .setTimeout(secondsOf(timeoutMs));
        await call(clientOf(host), "delete", message);
      },
    };
  },
};

/** What a program in TypeScript says, the URN of the scenario included. */
function given({ program, adopt, urn: wanted, isImport, isPreview, ...request }: CheckRequest): object {
  const { deleteBeforeReplace, pending, stored } = request;
  const context = { isImport, dryRun: isPreview, deleteBeforeReplace, pending, stored };
  // A scenario without a URN has none; the call needs one all the same.
  return { ...program, ...(adopt !== undefined && { adopt }), __context: { ...context, urn: wanted ?? null } };
}

async function startClient(type: AnyResourceType, host: Host): Promise<PluginClient> {
  const kind = {
    token,
    dynamicType: token,
    doc: "",
    verbs: verbsOf(type),
    inputs: type.descriptor,
    outputs: {},
    options: {},
  };
  const provided = createProvider({ kinds: [kind], functions: {}, schema: () => "{}", hostFor: () => host });
  const log = createEngineLog();
  const process = {
    signal: host.signal,
    isAbandoned: host.isAbandoned,
    cancel: () => undefined,
    greet: () => undefined,
    run: runNow,
  };
  const options = { version: "1.0.0", log, process, load: () => Promise.resolve(provided) };
  const server = await startServer(createProviderService(options));
  servers.add(server);
  const client = connectTo(server.port);
  clientsOpen.add(client);
  const settings = { accessKey: "key", secretKey: "key" };
  await call(Promise.resolve(client), "configure", new provider.ConfigureRequest().setArgs(toStruct(settings)));
  return client;
}

const runNow = <Result>(verb: () => Promise<Result>): Promise<Result> => verb();

const servers = new Set<RunningServer>();
const clientsOpen = new Set<PluginClient>();

/** Ends all connections. */
export function closePlugins(): void {
  for (const client of clientsOpen) client.close();
  for (const server of servers) server.close();
  clientsOpen.clear();
  servers.clear();
}

async function call<Response>(
  connecting: Promise<PluginClient>,
  name: Parameters<typeof answer>[1],
  request: object,
): Promise<Response> {
  try {
    return await answer<Response>(await connecting, name, request);
  } catch (error) {
    throw failureOf(error as ServiceError);
  }
}

// What the messages hold is what the verbs gave out.
const valueOf = (message: Parameters<typeof fromStruct>[0]): never => fromStruct(message).value as never;

/** The protocol knows whole seconds. */
const secondsOf = (timeoutMs: number | undefined): number => (timeoutMs === undefined ? 0 : timeoutMs / 1000);
