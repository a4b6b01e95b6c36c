import { credentials, type ServiceError } from "@grpc/grpc-js";
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import service from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import statusMessages from "@pulumi/pulumi/proto/status_pb.js";
import { PartialFailure, ResourceError } from "../../../../provider/core/resource/index.ts";
import { fromStruct } from "../../../../provider/hosts/plugin/messages.ts";

/** The engine's side of the protocol. */
export type PluginClient = InstanceType<typeof service.ResourceProviderClient>;

export const connectTo = (port: number): PluginClient =>
  new service.ResourceProviderClient(`127.0.0.1:${String(port)}`, credentials.createInsecure());

type CallName =
  | "handshake"
  | "getPluginInfo"
  | "configure"
  | "check"
  | "diff"
  | "create"
  | "read"
  | "update"
  | "delete"
  | "invoke"
  | "cancel"
  | "construct"
  | "call"
  | "parameterize";

/** A call that answers once, as a promise. */
export async function call<Response>(client: PluginClient, name: CallName, request: object): Promise<Response> {
  const send = client[name].bind(client) as unknown as (
    request: object,
    callback: (error: ServiceError | null, response: Response) => void,
  ) => void;
  return new Promise((resolve, reject) => {
    send(request, (error, response) => {
      if (error) reject(error);
      else resolve(response);
    });
  });
}

/** A failure as the engine reads it: one with a resource in its details, or a message. */
export function failureOf(error: ServiceError): Error {
  const detail = detailOf(error);
  if (detail === undefined) return new ResourceError(error.details);
  const failed = provider.ErrorResourceInitFailed.deserializeBinary(detail);
  const [reason = ""] = failed.getReasonsList();
  return new PartialFailure(failed.getId(), fromStruct(failed.getProperties()).value, reason);
}

/** What stands in the details of a failure; undefined where nothing does. */
export function detailOf(error: ServiceError): Uint8Array | undefined {
  const [status] = error.metadata.get("grpc-status-details-bin");
  if (status === undefined) return undefined;
  const [packed] = statusMessages.Status.deserializeBinary(status as Buffer).getDetailsList();
  return packed?.getValue_asU8();
}
