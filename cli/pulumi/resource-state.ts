import type { KnownState } from "../../provider/lifecycle/index.ts";
import { resourceType } from "../../provider/model/resource.ts";

/** A resource as the engine keeps it, as far as it is read here. */
export interface ResourceState {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
  /** Whether a replacement has taken its place, and only its deletion is left. */
  readonly delete?: boolean;
}

/** A pipeline in a stack. */
export interface ManagedPipeline {
  readonly urn: string;
  readonly id: string;
  readonly inputs: KnownState;
  readonly outputs: KnownState;
}

/** The pipeline that a resource is; undefined for all other resources. */
export function pipelineOf({ urn, type, id, inputs, outputs }: ResourceState): ManagedPipeline | undefined {
  if (type !== resourceType || id === undefined) return undefined;
  // What the provider itself wrote, or an import file that it checked.
  return { urn, id, inputs: inputs ?? {}, outputs: outputs ?? {} };
}

/** What a URN says about where its resource is. */
export function placeOfUrn(urn: string): { stack: string; project: string; resource: string } {
  const [head = "", project = "", ...rest] = urn.split("::");
  return { stack: head.replace("urn:pulumi:", ""), project, resource: rest.at(-1) ?? "" };
}
