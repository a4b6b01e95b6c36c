import { Metadata, type ServiceError, status } from "@grpc/grpc-js";
import provider from "@pulumi/pulumi/proto/provider_pb.js";
import statusMessages from "@pulumi/pulumi/proto/status_pb.js";
import anyMessages from "google-protobuf/google/protobuf/any_pb.js";
import { messageOf, PartialFailure } from "../../core/resource/errors.ts";
import { toStruct } from "./messages.ts";

/** What a failed call is answered with. */
export type GrpcError = Pick<ServiceError, "code" | "details"> & { readonly metadata?: Metadata };

/** A setting that is needed and missing; the engine shows it with the command that sets it. */
export interface MissingKey {
  readonly name: string;
  readonly description: string;
}

/** Settings that are missing. */
export class MissingKeysError extends Error {
  override name = "MissingKeysError";
  override stack = "";
  readonly keys: readonly MissingKey[];

  constructor(keys: readonly MissingKey[]) {
    super(`missing configuration: ${keys.map(({ name }) => name).join(", ")}`);
    this.keys = keys;
  }
}

/** A resource that exists half made, as it goes over the wire: its secrets sealed, and its inputs beside it. */
export class SealedFailure extends PartialFailure {
  readonly inputs: object;

  constructor({ id, message }: PartialFailure, properties: object, inputs: object) {
    super(id, properties, message);
    this.inputs = inputs;
  }
}

/** What the engine is answered when a call has failed. Of what is no failure for users the stack helps to find it. */
export function grpcError(error: unknown): GrpcError {
  if (error instanceof SealedFailure) return initFailed(error);
  if (error instanceof MissingKeysError) return missingKeys(error);
  const isForUsers = error instanceof Error && error.stack === "";
  const details = error instanceof Error && !isForUsers ? (error.stack ?? error.message) : messageOf(error);
  return { code: status.UNKNOWN, details };
}

/** The call is not for a provider of this kind. */
export const unimplemented = (name: string): GrpcError => ({
  code: status.UNIMPLEMENTED,
  details: `${name} is not implemented`,
});

/** The engine saves the resource, shows the reasons and calls update in the next run. */
function initFailed({ id, properties, inputs, reasons, message }: SealedFailure): GrpcError {
  const detail = new provider.ErrorResourceInitFailed()
    .setId(id)
    .setProperties(toStruct(properties))
    .setInputs(toStruct(inputs))
    .setReasonsList([...reasons]);
  return withDetail(status.UNKNOWN, message, detail.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
}

function missingKeys({ keys, message }: MissingKeysError): GrpcError {
  const { MissingKey: Key } = provider.ConfigureErrorMissingKeys;
  const detail = new provider.ConfigureErrorMissingKeys().setMissingkeysList(
    keys.map(({ name, description }) => new Key().setName(name).setDescription(description)),
  );
  const type = "pulumirpc.ConfigureErrorMissingKeys";
  return withDetail(status.INVALID_ARGUMENT, message, detail.serializeBinary(), type);
}

/** Details of an error travel in the trailer, packed twice. */
function withDetail(code: status, message: string, detail: Uint8Array, type: string): GrpcError {
  const packed = new anyMessages.Any();
  packed.pack(detail, type);
  const whole = new statusMessages.Status().setCode(code).setMessage(message).setDetailsList([packed]);
  const metadata = new Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(whole.serializeBinary()));
  return { code, details: message, metadata };
}
