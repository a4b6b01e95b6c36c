import plugin from "@pulumi/pulumi/proto/plugin_pb.js";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb.js";
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import type * as messages from "@pulumi/pulumi/proto/provider_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import { detailedDiff } from "./detailed-diff.ts";
import type { EngineLog } from "./engine-log.ts";
import { checkResponse, diffResponse, fromStruct } from "./messages.ts";
import { nodeProblem } from "./node-problem.ts";
import type { CancelableProcess } from "./plugin-process.ts";
import { resourceCalls, type ResourceCalls } from "./resource-calls.ts";
import type { Provider } from "./provider.ts";
import { seal } from "./wire-values.ts";

/** What a provider's service is made of. */
export interface ProviderOptions {
  readonly version: string;
  readonly log: EngineLog;
  readonly process: CancelableProcess;
  /** Loads what only a configured provider needs: the engine waits for the port of a plugin. */
  readonly load: () => Promise<Provider>;
}

/** The calls of the protocol, each from a request to its answer. */
export interface ProviderService extends ResourceCalls {
  handshake(request: messages.ProviderHandshakeRequest): messages.ProviderHandshakeResponse;
  attach(): Empty;
  getPluginInfo(): PluginInfo;
  getSchema(): Promise<messages.GetSchemaResponse>;
  getMapping(): messages.GetMappingResponse;
  getMappings(): messages.GetMappingsResponse;
  checkConfig(request: messages.CheckRequest): Promise<messages.CheckResponse>;
  diffConfig(request: messages.DiffRequest): messages.DiffResponse;
  configure(request: messages.ConfigureRequest): Promise<messages.ConfigureResponse>;
  cancel(): Empty;
}

/** A provider of the kinds of resources and functions that a runtime has. */
export function createProviderService({ version, log, process, load }: ProviderOptions): ProviderService {
  let made: Promise<Provider> | undefined;
  const loaded = (): Promise<Provider> => (made ??= load());

  return {
    handshake: (request) => {
      process.greet();
      log.connect(request.getEngineAddress());
      return new provider.ProviderHandshakeResponse()
        .setAcceptSecrets(true)
        .setAcceptResources(false)
        .setAcceptOutputs(false)
        .setSupportsAutonamingConfiguration(true);
    },
    attach: () => new empty.Empty(),
    getPluginInfo: () => new plugin.PluginInfo().setVersion(version),
    getSchema: async () => new provider.GetSchemaResponse().setSchema((await loaded()).schema()),
    getMapping: () => new provider.GetMappingResponse(),
    getMappings: () => new provider.GetMappingsResponse(),

    checkConfig: async (request) => {
      const news = fromStruct(request.getNews());
      const problem = nodeProblem();
      if (problem !== undefined) return checkResponse({}, [problem]);
      const { inputs, problems } = (await loaded()).checkSettings(news.value);
      return checkResponse(seal(inputs, news) as object, problems);
    },
    // Whoever changes where and as whom replaces nothing: every resource says itself where it is.
    diffConfig: (request) => {
      const [prior, news] = [fromStruct(request.getOldInputs() ?? request.getOlds()), fromStruct(request.getNews())];
      return diffResponse(detailedDiff(prior.value, news.value), []);
    },
    configure: async (request) => {
      (await loaded()).configure(fromStruct(request.getArgs()).value);
      return new provider.ConfigureResponse()
        .setAcceptsecrets(true)
        .setSupportspreview(true)
        .setAcceptresources(false)
        .setAcceptoutputs(false)
        .setSupportsAutonamingConfiguration(true);
    },
    cancel: () => {
      process.cancel();
      return new empty.Empty();
    },
    ...resourceCalls({ loaded, run: (call) => process.run(call).finally(log.delivered) }),
  };
}
