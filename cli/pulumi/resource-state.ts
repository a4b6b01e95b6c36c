import { knownRecord, knownText } from "../../provider/core/validation/partial.ts";
import { resourceType } from "../../provider/hosts/dynamic/provider-text.ts";
import { maskSecrets } from "./mask-secrets.ts";
import { type PipelineState, readPipelineState } from "./read-pipeline-state.ts";

/** A resource as the engine keeps it, as far as it is read here. */
export interface ResourceState {
  readonly urn: string;
  readonly type: string;
  readonly id: string | undefined;
  /** With the secrets masked. */
  readonly inputs: unknown;
  readonly outputs: unknown;
  /** Whether a replacement has taken its place, and only its deletion is left. */
  readonly isLeaving: boolean;
  /** Whether the program only reads it. */
  readonly isExternal: boolean;
  /** URN and id of its provider. */
  readonly provider: string | undefined;
}

/** A pipeline in a stack. */
export interface StackPipeline {
  readonly urn: string;
  readonly id: string;
  readonly inputs: PipelineState;
  readonly outputs: PipelineState;
}

/** Reads a resource of what the engine printed; undefined for what is none. */
export function readResource(printed: unknown): ResourceState | undefined {
  const { urn, type, id, inputs, outputs, provider, ...flags } = knownRecord(printed);
  if (typeof urn !== "string" || typeof type !== "string") return undefined;
  return {
    urn,
    type,
    id: knownText(id),
    inputs: maskSecrets(inputs),
    outputs: maskSecrets(outputs),
    isLeaving: flags["delete"] === true,
    isExternal: flags["external"] === true,
    provider: knownText(provider),
  };
}

/** The pipeline that a resource is; undefined for all other resources. */
export function pipelineOf({ urn, type, id, inputs, outputs }: ResourceState): StackPipeline | undefined {
  if (type !== resourceType || id === undefined) return undefined;
  return { urn, id, inputs: readPipelineState(inputs), outputs: readPipelineState(outputs) };
}

/** The pipeline that a stack manages by a resource; undefined for other resources, and for one that is only read. */
export const managedPipelineOf = (resource: ResourceState): StackPipeline | undefined =>
  resource.isExternal ? undefined : pipelineOf(resource);

/** A pipeline's name for messages, as the stack knows it. */
export const nameOf = ({ inputs, outputs }: Pick<StackPipeline, "inputs" | "outputs">): string =>
  knownText(inputs.raw["name"]) ?? knownText(outputs.raw["name"]) ?? "";

/** What a URN says about where its resource is. */
export function partsOfUrn(urn: string): { stack: string; project: string; resource: string } {
  const [head = "", project = "", ...rest] = urn.split("::");
  return { stack: head.replace("urn:pulumi:", ""), project, resource: rest.at(-1) ?? "" };
}
