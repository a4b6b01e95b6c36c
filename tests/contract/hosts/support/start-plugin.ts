import provider from "@pulumi/pulumi/proto/provider_pb.js";
import { createEmulator, type Emulator } from "../../../../emulator/index.ts";
import { createEngineLog } from "../../../../provider/hosts/plugin/engine-log.ts";
import type { fromStruct } from "../../../../provider/hosts/plugin/messages.ts";
import { toStruct } from "../../../../provider/hosts/plugin/messages.ts";
import { createProviderService } from "../../../../provider/hosts/plugin/provider-service.ts";
import { loadProvider } from "../../../../provider/hosts/plugin/runtime.ts";
import { startServer } from "../../../../provider/hosts/plugin/server.ts";
import { call, connectTo, type PluginClient } from "./plugin-client.ts";
import { type EngineUnderTest, startEngine } from "./start-engine.ts";

type Values = Readonly<Record<string, unknown>>;

/** The packaged plugin in this process, with an emulator behind it and an engine's log before it. */
export interface PluginUnderTest extends AsyncDisposable {
  readonly client: PluginClient;
  readonly emulator: Emulator;
  readonly engine: EngineUnderTest;
  /** What the engine checks, the problems or the inputs. */
  check(given: object, prior?: object): Promise<{ inputs: Values; problems: string[] }>;
  create(inputs: object, isPreview?: boolean): Promise<{ id: string; state: Values }>;
  update(id: string, state: object, inputs: object, isPreview?: boolean): Promise<Values>;
  invoke(token: string, args: object, isPreview?: boolean): Promise<Values>;
}

export const pipelineUrn = "urn:pulumi:dev::shop::ncloud:index:Pipeline::main";

/** @param given an emulator that another plugin's command left; it stays when this one ends */
export async function startPlugin(given?: Emulator): Promise<PluginUnderTest> {
  const emulator = given ?? (await createEmulator({ log: "silent" }));
  const engine = await startEngine();
  const log = createEngineLog();
  const controller = new AbortController();
  const process = {
    signal: controller.signal,
    isAbandoned: () => false,
    cancel: () => {
      controller.abort();
    },
    greet: () => undefined,
    run: <Result>(verb: () => Promise<Result>) => verb(),
  };
  const load = () => Promise.resolve(loadProvider({ version: "1.2.3", engine: undefined, log, process }));
  const server = await startServer(createProviderService({ version: "1.2.3", log, process, load }));
  const client = connectTo(server.port);
  const { url: endpoint, accessKey, secretKey } = emulator;
  await call(client, "handshake", new provider.ProviderHandshakeRequest().setEngineAddress(engine.address));
  await call(
    client,
    "configure",
    new provider.ConfigureRequest().setArgs(toStruct({ endpoint, accessKey, secretKey })),
  );

  return {
    client,
    emulator,
    engine,
    check: async (given, prior = {}) => {
      const request = new provider.CheckRequest().setUrn(pipelineUrn).setNews(toStruct(given)).setOlds(toStruct(prior));
      const response = await call<InstanceType<typeof provider.CheckResponse>>(client, "check", request);
      const problems = response.getFailuresList().map((failure) => failure.getReason());
      return { inputs: valuesOf(response.getInputs()), problems };
    },
    create: async (inputs, isPreview = false) => {
      const request = new provider.CreateRequest()
        .setUrn(pipelineUrn)
        .setProperties(toStruct(inputs))
        .setPreview(isPreview);
      const response = await call<InstanceType<typeof provider.CreateResponse>>(client, "create", request);
      return { id: response.getId(), state: valuesOf(response.getProperties()) };
    },
    update: async (id, state, inputs, isPreview = false) => {
      const request = new provider.UpdateRequest()
        .setUrn(pipelineUrn)
        .setId(id)
        .setOlds(toStruct(state))
        .setNews(toStruct(inputs))
        .setPreview(isPreview);
      const response = await call<InstanceType<typeof provider.UpdateResponse>>(client, "update", request);
      return valuesOf(response.getProperties());
    },
    invoke: async (token, args, isPreview = false) => {
      const request = new provider.InvokeRequest().setTok(token).setArgs(toStruct(args)).setPreview(isPreview);
      const response = await call<InstanceType<typeof provider.InvokeResponse>>(client, "invoke", request);
      return valuesOf(response.getReturn());
    },
    async [Symbol.asyncDispose]() {
      client.close();
      server.close();
      log.close();
      await engine[Symbol.asyncDispose]();
      if (given === undefined) await emulator.close();
    },
  };
}

// As they are on the wire, secrets in their wrappers.
const valuesOf = (message: Parameters<typeof fromStruct>[0]): Values => message?.toJavaScript() ?? {};
