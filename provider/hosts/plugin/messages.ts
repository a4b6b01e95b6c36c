import provider from "@pulumi/pulumi/proto/provider_pb.js";
import type { CheckResponse, DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb.js";
import struct from "google-protobuf/google/protobuf/struct_pb.js";
import type { JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb.js";
import { type DetailedDiff, rootOf } from "./detailed-diff.ts";
import { open, type Opened, plain } from "./wire-values.ts";

/* Values and results as messages of the protocol, and back. */

/** A value that goes out; what no JSON has is dropped. */
export const toStruct = (value: object): Struct =>
  struct.Struct.fromJavaScript(plain(value) as Record<string, JavaScriptValue>);

/** A value that came in, with where it is secret; nothing is an empty one. */
export function fromStruct(message: Struct | undefined): OpenedObject {
  return open(message?.toJavaScript() ?? {}) as OpenedObject;
}

/** An object that came in. */
export type OpenedObject = Opened & { readonly value: Readonly<Record<string, unknown>> };

/** What a check came to; a problem stands with its path in its text, so that the engine shows no value of its own. */
export function checkResponse(inputs: object, problems: readonly string[]): CheckResponse {
  const failures = problems.map((reason) => new provider.CheckFailure().setProperty("").setReason(reason));
  return new provider.CheckResponse().setInputs(toStruct(inputs)).setFailuresList(failures);
}

/** What a comparison came to; new before old, always. Something may have to be done although nothing differs. */
export function diffResponse(changes: DetailedDiff, replaces: readonly string[], isAsked = false): DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = provider.DiffResponse.DiffChanges;
  const paths = Object.keys(changes);
  const response = new provider.DiffResponse()
    .setChanges(paths.length === 0 && !isAsked ? DIFF_NONE : DIFF_SOME)
    .setReplacesList([...replaces])
    .setDiffsList([...new Set(paths.map(rootOf))])
    .setDeletebeforereplace(false)
    .setHasdetaileddiff(true);
  for (const [path, change] of Object.entries(changes)) {
    response.getDetaileddiffMap().set(path, propertyDiff(change));
  }
  return response;
}

function propertyDiff({ kind, replaces }: DetailedDiff[string]): PropertyDiff {
  const { Kind } = provider.PropertyDiff;
  const kinds = {
    add: [Kind.ADD, Kind.ADD_REPLACE],
    delete: [Kind.DELETE, Kind.DELETE_REPLACE],
    update: [Kind.UPDATE, Kind.UPDATE_REPLACE],
  } as const;
  const [inPlace, anew] = kinds[kind];
  return new provider.PropertyDiff().setKind(replaces ? anew : inPlace).setInputdiff(true);
}
