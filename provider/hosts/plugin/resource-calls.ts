import provider from "@pulumi/pulumi/proto/provider_pb.js";
import type * as messages from "@pulumi/pulumi/proto/provider_pb.js";
import empty from "google-protobuf/google/protobuf/empty_pb.js";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb.js";
import type { Autonaming } from "./autonaming.ts";
import { checkResponse, diffResponse, fromStruct, toStruct } from "./messages.ts";
import type { Provider } from "./provider.ts";

/** The calls about resources and functions. */
export interface ResourceCalls {
  check(request: messages.CheckRequest): Promise<messages.CheckResponse>;
  diff(request: messages.DiffRequest): Promise<messages.DiffResponse>;
  create(request: messages.CreateRequest): Promise<messages.CreateResponse>;
  read(request: messages.ReadRequest): Promise<messages.ReadResponse>;
  update(request: messages.UpdateRequest): Promise<messages.UpdateResponse>;
  delete(request: messages.DeleteRequest): Promise<Empty>;
  invoke(request: messages.InvokeRequest): Promise<messages.InvokeResponse>;
  readonly list: (request: messages.ListRequest) => Promise<messages.ListResponse[]>;
}

interface Calling {
  readonly loaded: () => Promise<Provider>;
  /** Runs a call; the process stays until it is answered. */
  readonly run: <Result>(call: () => Promise<Result>) => Promise<Result>;
}

export const resourceCalls = ({ loaded, run }: Calling): ResourceCalls => ({
  check: (request) =>
    run(async () => {
      const { verbs, host } = (await loaded()).resource(typeIn(request.getUrn()));
      const call = {
        urn: request.getUrn(),
        prior: fromStruct(request.getOlds()),
        given: fromStruct(request.getNews()),
        autonaming: autonamingIn(request),
      };
      const { inputs, problems } = await verbs.check(call, host);
      return checkResponse(inputs, problems);
    }),
  diff: (request) =>
    run(async () => {
      const { verbs, host } = (await loaded()).resource(typeIn(request.getUrn()));
      const state = fromStruct(request.getOlds());
      const priorInputs = request.getOldInputs();
      const { changes, replaces, isAsked } = verbs.diff(
        {
          state,
          priorInputs: priorInputs === undefined ? state : fromStruct(priorInputs),
          inputs: fromStruct(request.getNews()),
        },
        host,
      );
      return diffResponse(changes, replaces, isAsked);
    }),
  create: (request) =>
    run(async () => {
      const { verbs, host } = (await loaded()).resource(typeIn(request.getUrn()));
      const call = {
        urn: request.getUrn(),
        inputs: fromStruct(request.getProperties()),
        isPreview: request.getPreview(),
        timeoutMs: millisecondsIn(request),
      };
      const { id, state } = await verbs.create(call, host);
      return new provider.CreateResponse().setId(id).setProperties(toStruct(state));
    }),
  read: (request) =>
    run(async () => {
      const { verbs, host } = (await loaded()).resource(typeIn(request.getUrn()));
      const call = {
        id: request.getId(),
        state: fromStruct(request.getProperties()),
        inputs: fromStruct(request.getInputs()),
        timeoutMs: millisecondsIn(request),
      };
      const found = await verbs.read(call, host);
      if (found === undefined) return new provider.ReadResponse();
      return new provider.ReadResponse()
        .setId(found.id)
        .setProperties(toStruct(found.state))
        .setInputs(toStruct(found.inputs));
    }),
  update: (request) =>
    run(async () => {
      const { verbs, host } = (await loaded()).resource(typeIn(request.getUrn()));
      const call = {
        urn: request.getUrn(),
        id: request.getId(),
        state: fromStruct(request.getOlds()),
        inputs: fromStruct(request.getNews()),
        isPreview: request.getPreview(),
        timeoutMs: millisecondsIn(request),
      };
      return new provider.UpdateResponse().setProperties(toStruct(await verbs.update(call, host)));
    }),
  delete: (request) =>
    run(async () => {
      const { verbs, host } = (await loaded()).resource(typeIn(request.getUrn()));
      const state = fromStruct(request.getProperties());
      await verbs.delete({ id: request.getId(), state, timeoutMs: millisecondsIn(request) }, host);
      return new empty.Empty();
    }),
  invoke: (request) =>
    run(async () => {
      const { value: args } = fromStruct(request.getArgs());
      const result = await (await loaded()).invoke(request.getTok(), args, request.getPreview());
      return new provider.InvokeResponse().setReturn(toStruct(result));
    }),
  list: (request) =>
    run(async () => {
      const { value: query } = fromStruct(request.getQuery());
      const entries = await (await loaded()).list(request.getToken(), query);
      const limit = request.getLimit();
      const { Result } = provider.ListResponse;
      return (limit > 0 ? entries.slice(0, limit) : entries).map(({ id, name }) =>
        new provider.ListResponse().setResult(new Result().setId(id).setName(name)),
      );
    }),
});

/** The type of a resource, without those of what it stands in. */
const typeIn = (urn: string): string => urn.split("::")[2]?.split("$").at(-1) ?? "";

/** The protocol's time is in seconds, and none is 0. */
function millisecondsIn(request: { getTimeout(): number }): number | undefined {
  const seconds = request.getTimeout();
  return seconds > 0 ? seconds * 1000 : undefined;
}

function autonamingIn(request: messages.CheckRequest): Autonaming | undefined {
  const autonaming = request.getAutonaming();
  if (autonaming === undefined) return undefined;
  const { Mode } = provider.CheckRequest.AutonamingOptions;
  const modes = { [Mode.PROPOSE]: "propose", [Mode.ENFORCE]: "enforce", [Mode.DISABLE]: "disable" } as const;
  return { mode: modes[autonaming.getMode()], proposedName: autonaming.getProposedName() };
}
