import { unknownValue } from "../../../provider/core/validation/unknown.ts";
import { type Callback, type Handler, loadProtocol, type Protocol, type ResourceRequest } from "./pulumi-protocol.ts";
import { unaryHandlers } from "./pulumi-protocol.ts";
import { createTransforms } from "./transforms.ts";

/** A resource as a program registers it. */
export interface RegisteredResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** `urn::id` of its provider; empty for the default one. */
  readonly provider: string;
  /** Its arguments, as they came. */
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Stands in for an engine that previews a new stack: everything is registered, nothing exists, nobody is asked. */
export interface ProgramMonitor extends AsyncDisposable {
  /** Where the program finds it. */
  readonly address: string;
  /** What was registered so far, in order. */
  readonly resources: readonly RegisteredResource[];
  /** The errors that the program logged, each once. */
  readonly errors: ReadonlySet<string>;
}

/** Arguments that only a provider reads; a preview does not give them back. */
const hidden = new Set(["__context", "silence"]);

/** The same bound as the engine's, in bytes. */
const largestMessage = 400 * 1024 * 1024;

/** What the SDK puts in front of the error of a function that says where it stands. */
const sdkPrefix = /^error serializing property "[^"]*": /;

const severities = { error: 3, warning: 2 };

/**
 * Listens on loopback until it is disposed of.
 *
 * @param stack name of the stack, for URNs
 * @param warn gets what the program warns of
 */
export async function startProgramMonitor(
  { project, stack }: { project: string; stack: string },
  warn: (message: string) => void,
): Promise<ProgramMonitor> {
  const protocol = loadProtocol();
  const transforms = createTransforms(protocol);
  const resources: RegisteredResource[] = [];
  const urns = new Set<string>();
  const errors = new Set<string>();
  const structOf = (value: object) => protocol.struct.Struct.fromJavaScript(value);
  // A result with an unknown part is unknown as a whole where it is an output.
  const unknownResult = () => ({ Return: structOf({ unknown: unknownValue }) });
  let root = "";

  const register = async (request: ResourceRequest): Promise<object> => {
    const [type, name] = [request.getType(), request.getName()];
    const urn = urnOf({ project, stack, parent: request.getParent(), type, name });
    if (urns.size === urns.add(urn).size)
      throw new Error(`Duplicate resource URN "${urn}". Give one of the resources another name.`);
    const given = request.getObject()?.toJavaScript() ?? {};
    const inputs = await transforms.apply(urn, request, given);
    resources.push({ urn, type, name, provider: request.getProvider(), inputs });
    const shown = Object.entries(inputs).filter(([key]) => !hidden.has(key));
    return { Urn: urn, Object: structOf(Object.fromEntries(shown)) };
  };

  const monitor: Readonly<Record<string, Handler>> = {
    getDeploymentInfo: () => ({ SupportedfeaturesList: featuresOf(protocol) }),
    supportsFeature: (request: { getId(): string }) => ({ Hassupport: request.getId() !== "outputValues" }),
    registerResource: register,
    readResource: (request: ResourceRequest) => {
      const parts = { project, stack, parent: request.getParent(), type: request.getType(), name: request.getName() };
      return { Urn: urnOf(parts), Properties: structOf({}) };
    },
    invoke: unknownResult,
    call: unknownResult,
    registerStackTransform: (callback: Callback) => {
      transforms.addToStack(callback);
      return {};
    },
    registerPackage: () => ({ Ref: "package" }),
    ...Object.fromEntries(acknowledged.map((name) => [name, () => ({})])),
  };
  const engine: Readonly<Record<string, Handler>> = {
    log: (request: { getSeverity(): number; getMessage(): string }) => {
      const message = request.getMessage().trimEnd();
      if (request.getSeverity() === severities.error) errors.add(message.replace(sdkPrefix, ""));
      if (request.getSeverity() === severities.warning) warn(message);
      return {};
    },
    getRootResource: () => ({ Urn: root }),
    setRootResource: (request: { getUrn(): string }) => {
      root = request.getUrn();
      return {};
    },
    startDebugging: () => ({}),
    requirePulumiVersion: () => ({}),
  };
  const { address, stop } = await listen(protocol, monitor, engine);
  return {
    address,
    resources,
    errors,
    [Symbol.asyncDispose]: () => {
      transforms.close();
      stop();
      return Promise.resolve();
    },
  };
}

/** Calls that need no more than an answer. */
const acknowledged = [
  "existsResource",
  "registerResourceOutputs",
  "registerStackInvokeTransform",
  "registerResourceHook",
  "registerErrorHook",
  "signalAndWaitForShutdown",
];

/** All but values in a form of their own, and what only an engine can wait for. */
const featuresOf = ({ resource: { ResourceMonitorFeature: features = {} } }: Protocol): number[] =>
  Object.entries(features)
    .filter(([name]) => !/_(?:UNSPECIFIED|UNKNOWN|OUTPUT_VALUES|INVOKE_DEPENDS_ON)$/.test(name))
    .map(([, number]) => number);

function listen(
  { grpc, monitor, engine }: Protocol,
  ofMonitor: Readonly<Record<string, Handler>>,
  ofEngine: Readonly<Record<string, Handler>>,
): Promise<{ address: string; stop: () => void }> {
  const server = new grpc.Server({ "grpc.max_receive_message_length": largestMessage });
  server.addService(monitor.ResourceMonitorService, unaryHandlers(monitor.ResourceMonitorService, ofMonitor));
  server.addService(engine.EngineService, unaryHandlers(engine.EngineService, ofEngine));
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve({ address: `127.0.0.1:${String(port)}`, stop: () => server.forceShutdown() });
    });
  });
}

/** As the engine writes it: with the types of all resources above, but the stack's. */
function urnOf(parts: { project: string; stack: string; parent: string; type: string; name: string }): string {
  const { project, stack, parent, type, name } = parts;
  const above = parent.split("::")[2] ?? "";
  const types = above === "" || above === "pulumi:pulumi:Stack" ? type : `${above}$${type}`;
  return `urn:pulumi:${stack}::${project}::${types}::${name}`;
}
